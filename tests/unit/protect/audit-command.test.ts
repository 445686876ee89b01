import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAudit } from '../../../data/publish/audit/run';
import type { AuditReport } from '../../../src/lib/protect/audit';
import { writeArtefacts, writeRawCells } from './support/artefacts';
import { fillCells } from './support/cells';

const folder = mkdtempSync(path.join(os.tmpdir(), 'audit-'));
const good = path.join(folder, 'good');
const odd = path.join(folder, 'odd');
const raw = path.join(folder, 'raw.duckdb');

beforeAll(async () => {
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	await fillCells(connection, { people: 2000, regencies: 5, months: 3, seed: 2 });
	await writeArtefacts(connection, good);
	await writeArtefacts(connection, odd, (target) => [
		`UPDATE ${target}.k1 SET pub = pub + 1 WHERE region = '00' AND measure = 'pkh'`
	]);
	await writeRawCells(connection, raw);
	connection.closeSync();
	instance.closeSync();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...argv: string[]) {
	const said = { out: '', err: '' };
	const code = await runAudit(argv, {
		out: (text) => (said.out += text),
		err: (text) => (said.err += text)
	});
	return { code, ...said };
}

function reportOf(out: string): AuditReport {
	return JSON.parse(out) as AuditReport;
}
const verdicts = (out: string) => reportOf(out).checks.map(({ id, verdict }) => `${id} ${verdict}`);

describe('npm run audit', () => {
	it('runs three checks on the artefacts alone', async () => {
		const { code, out } = await run(good, '--json');
		expect(code).toBe(0);
		expect(verdicts(out).filter((one) => !one.endsWith('not_run'))).toEqual([
			'1 passed',
			'7 passed',
			'11 passed'
		]);
		expect(reportOf(out).attacker.before.cells).toBeGreaterThan(100);
		expect(reportOf(out).attacker.contradicted).toBe(0);
	}, 60_000);

	it('runs the others with the raw cells, and says what it found in the language asked for', async () => {
		const { code, out } = await run(good, '--raw', raw, '--lang', 'en');
		expect(out).toContain(' 1. Multiples: passed');
		expect(out).toContain(' 9. Differencing: passed');
		expect(out).toContain('no check failed');
		expect(code).toBe(0);
	}, 60_000);

	it('fails where a figure was changed, though the manifest was changed with it', async () => {
		const { code, out } = await run(odd, '--raw', raw, '--json');
		expect(code).toBe(1);
		expect(verdicts(out).filter((one) => one.endsWith('failed'))).toEqual(
			expect.arrayContaining(['1 failed', '4 failed'])
		);
	}, 60_000);

	it('publishes no number of people: figures are of cells, shares and deviations', async () => {
		const { out } = await run(good, '--raw', raw, '--json');
		const names = new Set(reportOf(out).checks.flatMap(({ figures }) => Object.keys(figures)));
		for (const name of names) expect(name).not.toMatch(/^(n|people|person|count)$/);
	}, 60_000);

	it('says in both languages what is wrong with what it was given', async () => {
		const damaged = path.join(folder, 'damaged');
		cpSync(good, damaged, { recursive: true });
		writeFileSync(path.join(damaged, 'core.duckdb'), 'half');
		const broken = path.join(folder, 'broken');
		cpSync(good, broken, { recursive: true });
		writeFileSync(path.join(broken, 'manifest.json'), '{"id": ');
		const text = path.join(folder, 'text.duckdb');
		writeFileSync(text, 'no database');
		const other = path.join(folder, 'other.duckdb');
		copyFileSync(path.join(good, 'core.duckdb'), other);
		const cases: [string[], RegExp, RegExp][] = [
			[[], /Sebutkan satu folder/, /Name one folder/],
			[
				[path.join(folder, 'nowhere')],
				/tidak ada atau bukan folder/,
				/does not exist or is no folder/
			],
			[[folder], /Tidak ada manifest\.json/, /There is no manifest\.json/],
			[[broken], /rusak atau tidak lengkap/, /damaged or incomplete/],
			[[damaged], /core\.duckdb tidak sama/, /core\.duckdb is not what manifest\.json says/],
			[
				[good, '--raw', path.join(folder, 'none')],
				/tidak ada\. Sebutkan berkas/,
				/does not exist\. Name the file/
			],
			[[good, '--raw', text], /tidak dapat dibuka/, /cannot be opened/],
			[[good, '--raw', other], /tabel cells\.k1 tidak ada/, /table cells\.k1 is missing/],
			[[good, '--rau', raw], /Tidak ada pilihan --rau/, /There is no option --rau/]
		];
		for (const [argv, id, en] of cases) {
			const [one, two] = [await run(...argv), await run(...argv, '--lang', 'en')];
			expect([one.code, two.code, one.out, two.out]).toEqual([1, 1, '', '']);
			expect(one.err).toMatch(id);
			expect(two.err).toMatch(en);
		}
	}, 60_000);

	it('leaves the folder as it was', async () => {
		const before = readFileSync(path.join(good, 'core.duckdb'));
		await run(good);
		expect(readFileSync(path.join(good, 'core.duckdb')).equals(before)).toBe(true);
	}, 60_000);
});
