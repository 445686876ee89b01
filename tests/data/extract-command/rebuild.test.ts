import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExtractJob } from '../../../data/publish/extract/job';
import { makeExtract } from '../../../data/publish/extract/make';
import { csv } from '../../support/lists';
import { jobFor, memberships, people, published, receipts, write } from './support/lists';
import { contents, room } from './support/run';

const { at, leave } = room();
afterAll(leave);

const SECRET = Uint8Array.from({ length: 32 }, (_, i) => (i * 97 + 13) % 251);
const OTHER = Uint8Array.from({ length: 32 }, (_, i) => (i * 61 + 7) % 239);

const ALL = people(450);
const [RECEIPT_HEADER = [], ...RECEIPTS] = receipts(ALL.slice(0, 400));
const [MEMBER_HEADER = [], ...MEMBERS] = memberships(ALL.slice(250));

/** The same rows in another order, always the same one. */
function shuffled<Row>(rows: readonly Row[]): Row[] {
	const order = rows.map((row, at) => ({ row, key: (at * 7919) % 1009 }));
	return order.sort((a, b) => a.key - b.key).map(({ row }) => row);
}

function files(folder: string, list: ExtractJob['files'][number]['list'], tables: string[][][]) {
	return tables.map((table, index) => ({
		list,
		file: write(path.join(at(folder), `${list}-${index}.csv`), csv(table))
	}));
}

const OUTS = ['first', 'again', 'other'] as const;

beforeAll(async () => {
	const first = [
		...files('lists', 'beneficiaries', [[RECEIPT_HEADER, ...RECEIPTS]]),
		...files('lists', 'members', [[MEMBER_HEADER, ...MEMBERS]])
	];
	const [receiptsAgain, membersAgain] = [shuffled(RECEIPTS), shuffled(MEMBERS)];
	const again = [
		...files('split', 'members', [
			[MEMBER_HEADER, ...membersAgain.slice(0, 33)],
			[MEMBER_HEADER, ...membersAgain.slice(33)]
		]),
		...files('split', 'beneficiaries', [
			[RECEIPT_HEADER, ...receiptsAgain.slice(0, 1)],
			[RECEIPT_HEADER, ...receiptsAgain.slice(1, 290)],
			[RECEIPT_HEADER, ...receiptsAgain.slice(290)]
		])
	];
	await makeExtract(jobFor(first, SECRET, at('first')));
	await makeExtract(jobFor(again, SECRET, at('again')));
	await makeExtract(jobFor(first, OTHER, at('other')));
}, 180_000);

describe('an extract made again', () => {
	it('from the same lists in another order and in other files is the same to the byte', () => {
		const [first, again] = [contents(at('first')), contents(at('again'))];
		expect(Object.keys(first)).toContain('core.duckdb');
		expect(Object.keys(again)).toEqual(Object.keys(first));
		for (const [name, bytes] of Object.entries(first))
			expect(again[name] === bytes, name).toBe(true);
	});

	it('with another secret rounds anew: three in ten of the cells that are rounded, or more', () => {
		const cells = (out: string) =>
			['k1', 'k2', 'k3', 'k4'].flatMap((table) =>
				published(at(out), table).map(({ pub, ...key }) => {
					const dimensions = Object.keys(key).filter((name) => name !== 'rupiah');
					return [`${table} ${dimensions.map((name) => key[name]).join(' ')}`, pub] as const;
				})
			);
		const [first, other] = [new Map(cells('first')), new Map(cells('other'))];
		const both = [...new Set([...first.keys(), ...other.keys()])];
		const changed = both.filter((key) => first.get(key) !== other.get(key));
		expect(both.length).toBeGreaterThan(100);
		expect(changed.length / both.length).toBeGreaterThanOrEqual(0.3);
	});

	it('replaces the old one as a whole: no file of it is left', async () => {
		expect(OUTS).toHaveLength(3);
		writeFileSync(at('first', '00.duckdb'), 'damaged');
		const lists = [{ list: 'members' as const, file: at('lists', 'members-0.csv') }];
		await makeExtract(jobFor(lists, SECRET, at('first')));
		expect(published(at('first'), 'k1').map(({ measure }) => measure)).not.toContain('pkh');
	}, 60_000);
});
