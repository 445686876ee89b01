import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runDemo } from '../../../data/publish/demo/run';

const folder = mkdtempSync(path.join(tmpdir(), 'demo-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...argv: string[]) {
	const said = { out: '', err: '' };
	const code = await runDemo(argv, {
		out: (text) => (said.out += text),
		err: (text) => (said.err += text)
	});
	return { code, ...said };
}

const small = ['--people', '500', '--months', '2', '--seed', '1'];

describe('npm run demo', () => {
	it('makes the lists and says what is in them, in Indonesian unless asked otherwise', async () => {
		const out = path.join(folder, 'one');
		const id = await run(...small, '--out', out);
		expect(id.code).toBe(0);
		expect(id.out).toContain('500 orang di');
		expect(id.out).toContain('November 2025 sampai Desember 2025');
		const en = await run(...small, '--out', out, '--lang', 'en');
		expect(en.out).toContain('500 people in');
		const json: unknown = JSON.parse((await run(...small, '--out', out, '--json')).out);
		const truth: unknown = JSON.parse(readFileSync(path.join(out, 'truth.json'), 'utf8'));
		expect(json).toMatchObject({ truth });
	});

	it('explains itself in both languages', async () => {
		expect((await run('--help')).out).toContain('Pemakaian: npm run demo');
		expect((await run('--help', '--lang=en')).out).toContain('Usage: npm run demo');
	});

	it.each([
		[['--months', '2', '--seed', '1', '--out', 'x'], 'Give --people'],
		[[...small, '--out', 'x', '--people', '12'], '--people takes a whole number from 100'],
		[[...small, '--out', 'x', '--people', '1e5'], 'not "1e5"'],
		[[...small, '--out', 'x', '--until', '2025-13'], '--until takes a month'],
		[[...small, '--out', 'x', '--regions', 'jawa'], 'priority or all, not "jawa"'],
		[[...small, '--out', 'x', '--nama'], 'There is no option --nama'],
		[[...small, '--out', 'static/extract/demo'], 'is inside the project']
	])('says what is wrong with %j', async (argv, message) => {
		const { code, err } = await run(...argv, '--lang', 'en');
		expect(code).toBe(1);
		expect(err).toContain(message);
	});

	it('says where it cannot write', async () => {
		const file = path.join(folder, 'file');
		writeFileSync(file, '');
		expect((await run(...small, '--out', file)).err).toContain('bukan buatan perintah ini');
		const below = await run(...small, '--out', path.join(file, 'below'));
		expect(below.code).toBe(1);
		expect(below.err).toContain('tidak dapat ditulis');
	});
});
