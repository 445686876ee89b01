import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runImport } from '../../../data/publish/import/run';

const GOOD = 'tests/fixtures/read/semicolon_decimal_comma.csv';

async function run(...args: string[]) {
	let out = '';
	let err = '';
	const code = await runImport(args, {
		out: (text) => (out += text),
		err: (text) => (err += text)
	});
	return { code, out, err };
}

function folder(): string {
	return mkdtempSync(path.join(tmpdir(), 'import-'));
}

describe('npm run import', () => {
	it('--json prints one object a file, in the shape that is promised', async () => {
		const { code, out } = await run(GOOD, '--json', '--check');
		expect(code).toBe(0);
		const [report] = JSON.parse(out);
		expect(report).toEqual({
			file: GOOD,
			rows_in: 5,
			rows_blank: 1,
			rows_kept: 4,
			rows_refused: 1,
			values_missing: 0,
			refused: [
				{
					row: 9,
					column: 'Kode',
					rule: 'not_data',
					message: expect.stringContaining('Sumber: contoh buatan'),
					hint: expect.any(String)
				}
			],
			flags: [],
			unit: ['people', 'percent'],
			periods: ['2023', '2023'],
			regions: 4
		});
	});

	it('tidy rows go to standard output and the report to standard error', async () => {
		const { out, err } = await run(GOOD, '--source', 'bps-province-2022', '--lang', 'en');
		expect(out.split('\n').slice(0, 2)).toEqual([
			'indicator,region_code,period_start,period_end,value,unit,state,source_id,certainty,flag',
			'poor_people,36.01,2023-01-01,2023-12-31,114650,people,published,bps-province-2022,high,'
		]);
		expect(err).toContain('4 of 5 rows read, 1 refused, 1 blank rows passed over');
	});

	it('--out writes the file whole, --check writes nothing', async () => {
		const at = folder();
		const out = path.join(at, 'tidy.csv');
		expect((await run(GOOD, '--out', out, '--check')).code).toBe(0);
		expect(existsSync(out)).toBe(false);
		expect((await run(GOOD, '--out', out)).code).toBe(0);
		expect(readFileSync(out, 'utf8').trimEnd().split('\n')).toHaveLength(9);
		expect(readdirSync(at)).toEqual(['tidy.csv']);
	});

	it('where one file cannot be read, an older output stays as it was', async () => {
		const out = path.join(folder(), 'tidy.csv');
		writeFileSync(out, 'old');
		const { code, err } = await run(GOOD, 'tests/fixtures/read/nowhere.csv', '--out', out);
		expect(code).toBe(1);
		expect(err).toContain('nowhere.csv');
		expect(readFileSync(out, 'utf8')).toBe('old');
	});

	it.each([
		[['tests/fixtures/read/nowhere.csv'], 'There is no file'],
		[['tests/fixtures/read'], 'is a folder'],
		[[], 'Name at least one file'],
		[[GOOD, '--codes', 'pos'], 'kemendagri or bps'],
		[[GOOD, '--colour'], 'There is no option --colour'],
		[[GOOD, '--indicator', 'pkh'], 'pkh_families'],
		[[GOOD, '--source', 'bps-jabar'], 'bps-jabar-poor-16425'],
		[[GOOD, '--map', GOOD], 'The map file cannot be used'],
		[
			['tests/fixtures/read/tab_padded_blank_tail.txt', '--indicator', 'poor_people'],
			'People and families are never mixed'
		],
		[[GOOD, '--indicator', 'pkh_families'], 'Several columns could mean pkh_families']
	])('%j exits with 1 and says why', async (args, words) => {
		const { code, err } = await run(...args, '--lang', 'en');
		expect(code).toBe(1);
		expect(err).toContain(words);
	});

	it('--help explains options and the map file in both languages', async () => {
		const id = await run('--help');
		const en = await run('--help', '--lang', 'en');
		expect(id.out).toContain('Berkas peta');
		expect(en.out).toContain('Map file');
		for (const option of [
			'--indicator',
			'--codes',
			'--map',
			'--source',
			'--out',
			'--check',
			'--json'
		])
			expect(en.out).toContain(option);
		expect([id.code, en.code]).toEqual([0, 0]);
	});
});
