import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExtractResult } from '../../../data/publish/extract/job';
import { makeExtract } from '../../../data/publish/extract/make';
import { csv } from '../../support/lists';
import { jobFor, memberships, people, write } from './support/lists';
import { room } from './support/run';

const { at, leave } = room();
afterAll(leave);

const SECRET = Uint8Array.from({ length: 32 }, (_, i) => (i * 83 + 5) % 251);
const ALL = people(600);

/** Who heads the family of the person at a place in the list, and whether its members are alike. */
interface Families {
	head: (at: number) => number;
	alike: boolean;
}

const FOURS = (at: number) => at - (at % 4);
/** The first half of the list live alone, the others in twos. */
const TWOS_AND_ONES = (at: number) => (at < ALL.length / 2 ? at : at - (at % 2));

/**
 * A list with a row for each member of a family, as offices keep them, of whom some are registered
 * elsewhere, receive from another month or stand in another decile.
 */
function receiptsOf({ head, alike }: Families): string[][] {
	return [
		['nik', 'nomor kartu keluarga', 'program', 'kabupaten', 'desil', 'bulan_awal'],
		...ALL.map((nik, i) => {
			const first = ALL[head(i)] ?? nik;
			const home = alike ? first : (ALL[i >> 1] ?? nik);
			return [
				nik,
				// The number of a family card has the form of a NIK; this one is nobody's.
				first.replace(/^(.{6})(..)/, (_, place: string) => `${place}17`),
				i % 4 === 3 ? 'sembako' : 'pkh',
				home.startsWith('3201') ? 'Kabupaten Bogor' : 'Kota Bogor',
				String(1 + ((alike ? head(i) >> 2 : i) % 5)),
				!alike && i % 2 === 1 ? '2025-02' : '2025-01'
			];
		})
	];
}

describe.each<[string, Families]>([
	['of four, alike', { head: FOURS, alike: true }],
	['of four, scattered over places, deciles and months', { head: FOURS, alike: false }],
	['of two, scattered among people who live alone', { head: TWOS_AND_ONES, alike: false }]
])('a list of all members of families %s', (name, families) => {
	let result: ExtractResult;
	beforeAll(async () => {
		const lists = at(name);
		const files = [
			{
				list: 'beneficiaries' as const,
				file: write(`${lists}/penerima.csv`, csv(receiptsOf(families)))
			},
			{
				list: 'members' as const,
				file: write(`${lists}/anggota.csv`, csv(memberships(ALL.slice(400))))
			}
		];
		result = await makeExtract(jobFor(files, SECRET, `${lists}/out`));
	}, 60_000);

	it('is published: one person more or less changes no cell but theirs and their family’s', () => {
		const canary = result.manifest.audit.checks.find(({ name }) => name === 'canary');
		expect(canary).toMatchObject({ verdict: 'passed', figures: { outside: 0, unmoved: 0 } });
		expect(canary?.figures.changed).toBeGreaterThan(10);
	});

	it('counts on families, too', () => {
		expect(result.manifest.protection.families).toBe(true);
	});
});
