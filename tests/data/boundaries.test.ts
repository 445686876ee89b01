import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readOutlines } from '$lib/chart/ground/outlines';
import { loadReference } from '../../data/reference/load';
import { runBoundaries } from '../../data/publish/boundaries/run';

/** Boundaries that stand in for an official file; they are no part of the project. */
const FOLDER = '../shared/geo';
const REGENCIES = path.join(FOLDER, 'regencies_514_s10.topo.json');
const PROVINCES = path.join(FOLDER, 'provinces_38_s5.topo.json');

const folder = mkdtempSync(path.join(os.tmpdir(), 'boundaries-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(file: string) {
	const out = path.join(folder, 'out.json');
	let said = '';
	let printed = '';
	const code = await runBoundaries([file, '--out', out, '--json'], {
		err: (text) => (said += text),
		out: (text) => (printed += text)
	});
	return { code, said, report: printed === '' ? null : (JSON.parse(printed) as Report), out };
}

interface Report {
	joined: { regions: number };
	unjoined: unknown[];
	without: unknown[];
	size: { brotli: number };
}

describe.skipIf(!existsSync(REGENCIES))(`boundaries of all 514 (${REGENCIES})`, () => {
	it('all join, within 150 kB', async () => {
		const { code, report } = await run(REGENCIES);
		expect(code).toBe(0);
		expect(report).toMatchObject({ joined: { regions: 514 }, unjoined: [], without: [] });
		expect(report?.size.brotli).toBeLessThan(150_000);
		expect(report?.size.brotli).toBeGreaterThan(20_000);
	});

	it('lie where the reference has their middles', async () => {
		const { out } = await run(REGENCIES);
		const outlines = readOutlines(readFileSync(out, 'utf8'))?.outlines.regions ?? {};
		const regencies = loadReference().regions.filter(({ level }) => level === 'regency');
		const far = regencies.filter(({ code, lng, lat }) => {
			const spots = outlines[code]?.flat() ?? [];
			const nearest = Math.min(
				...spots.map(([x, y]) => Math.hypot(x - (lng ?? 0), y - (lat ?? 0)))
			);
			return !(nearest < 1.5);
		});
		expect(far.map(({ code }) => code)).toEqual([]);
	});
});

describe.skipIf(!existsSync(PROVINCES))(`boundaries of provinces (${PROVINCES})`, () => {
	it('are refused: the map is of regencies and cities', async () => {
		const { code, said } = await run(PROVINCES);
		expect(code).toBe(1);
		expect(said).toMatch(/memuat provinsi/);
	});
});
