import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildExtract } from '../../data/publish/published/build';
import { InputError } from '../../data/publish/published/fault';

const folder = mkdtempSync(path.join(os.tmpdir(), 'extract-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const reference = 'data/reference';
const published = 'tests/fixtures/published';

async function build(out: string, from = published, force = false) {
	return buildExtract({ reference, published: from, out: path.join(folder, out), force });
}

function contents(out: string): Record<string, string> {
	const names = readdirSync(path.join(folder, out)).sort();
	return Object.fromEntries(
		names.map((name) => [name, readFileSync(path.join(folder, out, name)).toString('base64')])
	);
}

/** The fixture's figures with a line added. */
function spoiled(name: string, ...lines: string[]): string {
	const to = path.join(folder, name);
	cpSync(published, to, { recursive: true });
	const file = path.join(to, 'figures.csv');
	writeFileSync(file, readFileSync(file, 'utf8') + lines.join('\n') + '\n');
	return to;
}

describe('the published extract', () => {
	it('has the same bytes each time it is built from the same input', async () => {
		await build('first');
		await build('second');
		expect(contents('first')).toEqual(contents('second'));
	});

	it('is not built again where nothing changed, unless forced', async () => {
		expect((await build('first')).kind).toBe('unchanged');
		expect((await build('first', published, true)).kind).toBe('built');
	});

	it('is built again where a file of it was damaged', async () => {
		writeFileSync(path.join(folder, 'second/published.duckdb'), 'half');
		expect((await build('second')).kind).toBe('built');
		expect(contents('second')).toEqual(contents('first'));
	});

	it('changes its content hash with one figure and keeps it with the order of rows', async () => {
		const hash = async (out: string, from: string) => {
			const result = await build(out, from);
			return result.kind === 'built' ? result.manifest.contentHash : '';
		};
		const header = readFileSync(path.join(published, 'figures.csv'), 'utf8').trim().split('\n');
		const turned = path.join(folder, 'turned');
		cpSync(published, turned, { recursive: true });
		const [head = '', ...rows] = header;
		writeFileSync(path.join(turned, 'figures.csv'), [head, ...rows.reverse(), ''].join('\n'));
		const one = await hash('one', spoiled('untouched'));
		expect(await hash('other-order', turned)).toBe(one);
		const line =
			'poor_people,32.05,2023-01-01,2023-12-31,1,people,published,bps-jabar-poor-16425,high,';
		expect(await hash('one-more', spoiled('more', line))).not.toBe(one);
	});

	it('lists every fault with file, row and column, and writes nothing', async () => {
		const from = spoiled(
			'bad',
			'poor_people,32.02,2023-01-01,2023-12-31,5,families,published,nobody,high,',
			'poor_people,99.99,2023-02-30,2023-12-31,1.234,people,published,bps-jabar-poor-16425,high,odd',
			'poor_people,32.05,2023-01-01,2022-12-31,,people,published,bps-jabar-poor-16425,high,',
			'poor_people,32.06,2023-01-01,2023-12-31,0,people,missing,bps-jabar-poor-16425,high,',
			'poor_people,32.71,2023-01-01,2023-12-31,7,people,published,bps-jabar-poor-16425,high,'
		);
		const error = await build('never', from).catch((caught: unknown) => caught);
		expect(error).toBeInstanceOf(InputError);
		const { faults } = error as InputError;
		const places = faults.map(({ row, column }) => `${row} ${column}`).sort();
		expect(places).toEqual([
			'22 source_id',
			'22 unit',
			'23 flag',
			'23 period_start',
			'23 region_code',
			'24 period_end',
			'24 value',
			'25 value',
			'26 indicator'
		]);
		expect(faults.every(({ file }) => file.endsWith('figures.csv'))).toBe(true);
		expect(readdirSync(folder)).not.toContain('never');
		expect(readdirSync(folder).filter((name) => name.startsWith('.building'))).toEqual([]);
	});

	it('refuses a target of what has no better direction, and a drawn one that no row states', async () => {
		const from = spoiled(
			'aims',
			'poverty_rate,00,2027-12-31,2027-12-31,3,percent,target,bps-regency-rate-2021,high,'
		);
		const file = path.join(from, 'targets.csv');
		writeFileSync(
			file,
			readFileSync(file, 'utf8') + 'population,00,poverty,2030-12-31,1,dukcapil-2024h2,high\n'
		);
		const error = await build('aimless', from).catch((caught: unknown) => caught);
		expect(error).toBeInstanceOf(InputError);
		const places = (error as InputError).faults.map(
			({ file: name, row, column }) => `${path.basename(name)} ${row} ${column}`
		);
		expect(places.sort()).toEqual(['figures.csv 22 state', 'targets.csv 5 indicator']);
	});

	it('needs no targets: an office may have none', async () => {
		const from = spoiled('no-aims');
		const figures = path.join(from, 'figures.csv');
		rmSync(path.join(from, 'targets.csv'));
		writeFileSync(figures, readFileSync(figures, 'utf8').replace(/^.*,target,.*\n/m, ''));
		expect((await build('without', from)).kind).toBe('built');
	});

	it('names a folder without figures rather than publishing nothing', async () => {
		await expect(build('empty', path.join(folder, 'nowhere'))).rejects.toThrow('no CSV file');
	});
});
