import { createHash } from 'node:crypto';
import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ComputedManifest } from '../../../src/lib/protect/manifest';
import { published, smallOffice, write, writeSecret } from './support/lists';
import { type Ended, ranHere, room } from './support/run';

const { at, leave } = room();
afterAll(leave);

const KEYS = 256;
const ROWS = 750;
const BASE = 7;

/** What is added to a count: rounding to base 7, up by the key as often as the remainder asks. */
function change(count: number, key: number): number {
	const rest = count % BASE;
	return key * BASE < KEYS * rest ? BASE - rest : -rest;
}

/** A table in the form of the ONS. */
function table(): string {
	const lines = Array.from({ length: ROWS * KEYS }, (_, index) => {
		const [value, key] = [1 + Math.floor(index / KEYS), index % KEYS];
		return `${value},${key},${change(value, key)}`;
	});
	return `pcv,ckey,pvalue\n${lines.join('\n')}\n`;
}

describe('a perturbation table instead of the rule', () => {
	const out = at('out');
	let ended: Ended;
	let bytes: string;

	beforeAll(async () => {
		const { beneficiaries, members } = smallOffice(at('lists'));
		bytes = table();
		ended = await ranHere(
			...['--beneficiaries', beneficiaries, '--members', members, '--until', '2025-02'],
			...['--from', '2025-02', '--secret', writeSecret(at('secret', 'key')), '--id', 'kota'],
			...['--out', out, '--raw', at('raw.duckdb'), '--perturbation', write(at('ons.csv'), bytes)]
		);
	}, 120_000);

	it('is named in the manifest with its hash, its base and its bound', () => {
		expect(ended.err).toContain('ditulis');
		expect(ended.code).toBe(0);
		const { protection } = JSON.parse(
			readFileSync(`${out}/manifest.json`, 'utf8')
		) as ComputedManifest;
		expect(protection).toMatchObject({
			method: 'perturbation_table',
			table: 'ons.csv',
			tableHash: createHash('sha256').update(bytes).digest('hex'),
			base: BASE,
			bound: BASE - 1
		});
	});

	it('decides every published count', async () => {
		const instance = await DuckDBInstance.create(at('raw.duckdb'), { access_mode: 'READ_ONLY' });
		const connection = await instance.connect();
		const reader = await connection.runAndReadAll(
			'SELECT region::VARCHAR, month::VARCHAR, measure::VARCHAR, n::INTEGER, ck::INTEGER FROM cells.k1'
		);
		const exact = new Map(
			reader.getRows().map(([region, month, measure, n, ck]) => {
				const [count, key] = [Number(n), Number(ck)];
				return [`${region} ${month} ${measure}`, count + change(count, key % KEYS)];
			})
		);
		connection.closeSync();
		instance.closeSync();
		const cells = published(out, 'k1');
		expect(cells.length).toBeGreaterThan(20);
		for (const { region, month, measure, pub } of cells)
			expect(Number(pub), `${region} ${measure}`).toBe(exact.get(`${region} ${month} ${measure}`));
		expect(cells.some(({ pub }) => Number(pub) % 5 !== 0)).toBe(true);
	});
});
