import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallOffice, write, writeSecret } from './support/lists';
import { contents, ranHere, room, started } from './support/run';

const { at, leave } = room();
afterAll(leave);

/** What stood in the folder before: an extract, as far as the command can tell. */
function oldExtract(folder: string): string {
	write(`${folder}/core.duckdb`, 'of last month');
	const files = [{ path: 'core.duckdb', bytes: 13, sha256: '' }];
	write(`${folder}/manifest.json`, JSON.stringify({ contentHash: 'x', files }));
	return folder;
}

let options: string[];
beforeAll(() => {
	const { beneficiaries, members } = smallOffice(at('lists'));
	const secret = writeSecret(at('secret', 'key'));
	const lists = ['--beneficiaries', beneficiaries, '--members', members];
	options = [...lists, '--secret', secret, '--id', 'kota', '--until', '2025-02', '--lang', 'en'];
});

describe('a run that is stopped', () => {
	it.each<[NodeJS.Signals, string]>([
		['SIGINT', 'Reading'],
		['SIGTERM', 'Counting'],
		['SIGINT', 'Auditing'],
		['SIGTERM', 'Auditing']
	])(
		'by %s while %s leaves the old extract as it was, and nothing of its own',
		async (signal, stage) => {
			const name = `${signal}-${stage}`;
			const out = oldExtract(at(name, 'extract'));
			const before = contents(out);
			let sent = false;
			const ended = await started(
				[...options, '--out', out, '--report', at(`${name}-private`), '--raw', at(`${name}.raw`)],
				at(`${name}-tmp`),
				(said, kill) => {
					if (!sent && said.includes(stage)) kill(signal);
					sent ||= said.includes(stage);
				}
			);
			expect(ended.err).toContain('Stopped. Nothing was written');
			expect(ended).toMatchObject({ code: 1, out: '' });
			expect(contents(out)).toEqual(before);
			expect(readdirSync(at(name))).toEqual(['extract']);
			expect(readdirSync(at(`${name}-tmp`))).toEqual([]);
			expect(existsSync(at(`${name}.raw`))).toBe(false);
		},
		120_000
	);
});

describe('a run that fails', () => {
	it('at the audit leaves the old extract as it was, and says which check failed', async () => {
		const out = oldExtract(at('failed', 'extract'));
		const before = contents(out);
		const publisher = ['--publisher', 'Dinas Sosial, 0812-3456-7890'];
		const ended = await ranHere(...options, ...publisher, '--out', out, '--raw', at('failed.raw'));
		expect(ended).toMatchObject({ code: 1, out: '' });
		expect(ended.err).toContain('11.');
		expect(ended.err).toContain(at('lists', 'kota.private-report.json'));
		expect(ended.err).not.toContain('0812');
		expect(contents(out)).toEqual(before);
		expect(readdirSync(at('failed'))).toEqual(['extract']);
		// What the audit saw stays with the office.
		expect(existsSync(at('failed.raw'))).toBe(true);
	}, 120_000);

	it('where nothing can be written makes no folder on the way', async () => {
		const file = write(at('disk', 'file'), '');
		for (const out of [`${file}/below/extract`, '/proc/none/extract']) {
			const ended = await ranHere(...options, '--out', out);
			expect(ended.code).toBe(1);
			expect(ended.err).toMatch(/cannot be written/);
		}
		expect(readdirSync(at('disk'))).toEqual(['file']);
	});

	it('with a new folder for the result takes that away again', async () => {
		const out = at('new', 'folders', 'extract');
		const lists = ['--members', write(at('bad', 'a.csv'), 'nik,koperasi,program\n123,a,kmp\n')];
		const ended = await ranHere(
			...[...lists, '--secret', at('secret', 'key'), '--id', 'kota', '--out', out, '--lang', 'en']
		);
		expect(ended.err).toContain('No row can be counted');
		expect(ended.code).toBe(1);
		expect(existsSync(at('new'))).toBe(false);
	});
});
