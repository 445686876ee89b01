import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDemo } from '../../../data/demo/make';
import { findRaw } from '../../support/leaks';
import { write, writeSecret } from './support/lists';
import { contents, type Ended, room, started } from './support/run';

const { at, leave } = room();
afterAll(leave);

/** Every number of 16 digits in a list, whether it is written with signs between or not. */
function numbersOf(file: string): string[] {
	const cells = readFileSync(file, 'utf8').split(/[,\n]/);
	return cells.map((cell) => cell.replace(/[ .'-]/g, '')).filter((cell) => /^\d{16}$/.test(cell));
}

/** Copies the bytes of what lies in a folder at this moment, half-written files too; tells what it saw. */
function look(folder: string, to: string, seen: Set<string>): void {
	let names: string[];
	try {
		names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	} catch {
		return;
	}
	for (const name of names)
		try {
			seen.add(name);
			if (!statSync(path.join(folder, name)).isFile()) continue;
			mkdirSync(to, { recursive: true });
			// A word before them: half a database is no database, and is searched as the bytes that it is.
			const bytes = Buffer.concat([Buffer.from('seen '), readFileSync(path.join(folder, name))]);
			writeFileSync(path.join(to, `${seen.size}-${path.basename(name)}.bytes`), bytes);
		} catch {
			// It is gone again.
		}
}

describe('the NIKs and family card numbers that went in', () => {
	let needles: string[];
	let ended: Ended;
	const [temporary, publishing, whatWasSeen] = [at('tmp'), at('terbit'), at('seen')];
	const seen = new Set<string>();

	beforeAll(async () => {
		const demo = await makeDemo({
			...{ people: 1500, months: 4, seed: 'leak', out: at('lists'), regions: 'priority' }
		});
		const { beneficiaries, members, activities, reporting, stages } = demo.files;
		needles = [...new Set([beneficiaries, members, activities].flatMap(numbersOf))];
		const watch = setInterval(() => {
			look(temporary, whatWasSeen, seen);
			look(publishing, whatWasSeen, seen);
		}, 60);
		ended = await started(
			[
				...['--beneficiaries', beneficiaries, '--members', members, '--activities', activities],
				...['--reporting', reporting, '--stages', stages, '--from', '2025-11', '--lang', 'en'],
				...['--secret', writeSecret(at('secret', 'key')), '--id', 'demo_lists', '--json'],
				...['--out', path.join(publishing, 'extract'), '--report', at('private')],
				...['--raw', at('private-cells.duckdb')]
			],
			temporary
		).finally(() => clearInterval(watch));
		write(at('said', 'out.txt'), ended.out);
		write(at('said', 'err.txt'), ended.err);
	}, 240_000);

	it('are in nothing that the run published, reported, said or put down on the way', async () => {
		expect(ended).toMatchObject({ code: 0 });
		expect(needles.length).toBeGreaterThan(1500);
		const places = [publishing, at('private'), at('said'), temporary, whatWasSeen];
		expect(await findRaw([...places, at('secret')], needles)).toEqual([]);
		expect(readdirSync(at('private')).sort()).toEqual([
			'demo_lists.private-refused.csv',
			'demo_lists.private-report.json'
		]);
	}, 120_000);

	it('are in no raw cell', async () => {
		const cells = write(at('cells', 'raw.duckdb'), readFileSync(at('private-cells.duckdb')));
		expect(statSync(at('private-cells.duckdb')).mode & 0o777).toBe(0o600);
		expect(await findRaw([path.dirname(cells)], needles)).toEqual([]);
	}, 60_000);

	it('were looked for while the work was going on, in folders that are gone now', () => {
		const names = [...seen];
		expect(names.some((name) => name.startsWith('pantau-sejahtera-'))).toBe(true);
		expect(names.some((name) => /^\.building-.*manifest\.json$/.test(name))).toBe(true);
		expect(readdirSync(temporary)).toEqual([]);
		expect(readdirSync(publishing)).toEqual(['extract']);
	});

	it('would be found: in the lists, and where one is planted in a file of the extract', async () => {
		expect(await findRaw([at('lists')], needles.slice(0, 50))).not.toEqual([]);
		const [planted = ''] = needles.slice(-1);
		for (const [name, bytes] of Object.entries(contents(path.join(publishing, 'extract'))))
			write(at('planted', name), Buffer.from(bytes, 'base64'));
		const spaced = planted.replace(/(.{4})/g, '$1 ');
		write(
			at('planted', 'core.duckdb'),
			`${readFileSync(at('planted', 'manifest.json'), 'utf8')}${spaced}`
		);
		expect(await findRaw([at('planted')], needles)).toEqual([
			{ file: at('planted', 'core.duckdb'), needle: needles.length - 1 }
		]);
	}, 60_000);
});
