import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeRefused } from '../../data/publish/lists';
import type { ListKind } from '../../src/lib/model';
import { csv, folder, nik, reading } from '../support/lists';

/** A few people, so that rows meet; some of them by numbers that are damaged. */
const number = fc
	.record({ serial: fc.integer({ min: 1, max: 6 }), woman: fc.boolean() })
	.map((born) => nik(born));
const damaged = fc.oneof(
	number,
	number.map((digits) => `'${digits}`),
	number.map((digits) => digits.replace(/(\d{4})/g, '$1 ')),
	number.map((digits) => digits.slice(1)),
	number.map((digits) => `${digits.slice(0, 15)}O`),
	number.map((digits) => `${digits.slice(0, 12)}0000`),
	fc.constantFrom('3.20101E+15', '3,20101E+15', '', '-', nik({ day: 45 }), nik({ issuer: '0000' }))
);
const who = fc.oneof({ weight: 4, arbitrary: number }, { weight: 1, arbitrary: damaged });

const month = fc.oneof(
	fc.integer({ min: 1, max: 12 }).map((at) => `2025-${String(at).padStart(2, '0')}`),
	fc.constantFrom('', '', '03/2025', 'Maret 2025', '0000-00-00', '2025-02-30', '2031-01', 'kapan')
);
const day = fc.oneof(
	fc.integer({ min: 1, max: 28 }).map((at) => `2025-05-${String(at).padStart(2, '0')}`),
	fc.constantFrom('', '', '17/05/2025', '45794', '0000-00-00', '31/02/2025', '2031-01-01')
);
const region = fc.constantFrom('32.01', '32.01', '32.04', '32.05.01.2001', '', '32', '99.99');

interface Shape {
	header: string[];
	cells: fc.Arbitrary<string[]>;
}

const SHAPES: Readonly<Record<ListKind, Shape>> = {
	beneficiaries: {
		header: ['NIK', 'Program', 'Kode Wilayah', 'Desil', 'Mulai', 'Selesai', 'Nama', 'No KK'],
		cells: fc
			.tuple(
				who,
				fc.constantFrom('pkh', 'PKH', 'BPNT', 'BLT', ''),
				region,
				fc.constantFrom('1', 'desil 3', '', '0', '11'),
				month,
				month,
				fc.constantFrom('Rahasia', '"Rahasia\nbaru"', '"Rahasia, ""ya"""'),
				who
			)
			.map((cells) => [...cells])
	},
	members: {
		header: [
			'Nama',
			'NIK',
			'Koperasi',
			'Program',
			'Tanggal Gabung',
			'Tanggal Keluar',
			'Transaksi Terakhir'
		],
		cells: fc
			.tuple(
				fc.constant('Rahasia'),
				who,
				fc.constantFrom('K-1', 'Maju', ''),
				fc.constantFrom('kmp', 'KJMIS', 'pkh'),
				day,
				day,
				day
			)
			.map((cells) => [...cells])
	},
	activities: {
		header: ['Tanggal', 'Kegiatan', 'NIK', 'Nominal', 'Kode Koperasi', 'Nama'],
		cells: fc
			.tuple(
				day,
				fc.constantFrom('SHU', 'Belanja e-Warung', 'arisan'),
				who,
				fc.constantFrom('', '50000', 'Rp 50.000', '-1', '1.5E+6'),
				fc.constantFrom('', 'K-1', 'K-2'),
				fc.constant('Rahasia')
			)
			.map((cells) => [...cells])
	}
};

/** A line of the file, now and then too short, too long, or blank. */
function lineOf(cells: fc.Arbitrary<string[]>): fc.Arbitrary<string[]> {
	return fc.oneof(
		{ weight: 12, arbitrary: cells },
		{ weight: 1, arbitrary: cells.map((row) => row.slice(0, -1)) },
		{ weight: 1, arbitrary: cells.map((row) => [...row, 'lebih']) },
		{ weight: 1, arbitrary: cells.map((row) => row.map(() => '')) },
		{ weight: 1, arbitrary: fc.constant<string[]>(['']) }
	);
}

const CLEAN: Readonly<Record<ListKind, string>> = {
	beneficiaries: 'SELECT * FROM receipt ORDER BY ALL',
	members:
		'SELECT m.* EXCLUDE (cooperative), c.code FROM membership m JOIN cooperative c ON c.number = m.cooperative ORDER BY ALL',
	activities:
		'SELECT a.* EXCLUDE (cooperative), c.code FROM activity a LEFT JOIN cooperative c ON c.number = a.cooperative ORDER BY ALL'
};

async function outcome(list: ListKind, rows: readonly string[][]) {
	// A good row stands first: a list of nothing but damage is a question, and no list.
	const good: Readonly<Record<ListKind, string[]>> = {
		beneficiaries: [nik(), 'pkh', '32.01', '', '', '', '', ''],
		members: ['', nik(), 'K-1', 'kmp', '', '', ''],
		activities: ['2025-05-01', 'SHU', nik(), '', '', '']
	};
	const file = path.join(folder(), 'daftar.csv');
	writeFileSync(file, csv([SHAPES[list].header, good[list], ...rows]));
	const read = await reading([[list, file]]);
	const report = path.join(folder(), 'refused.csv');
	await writeRefused(read.connection, report, ['daftar.csv'], 'id');
	const clean = await read.rows(CLEAN[list]);
	const rules = await read.rows(
		'SELECT rule, count(*) AS n FROM refused GROUP BY rule ORDER BY rule'
	);
	read.close();
	return { counts: read.loaded.files[0], clean, rules, report: readFileSync(report, 'utf8') };
}

/** A fixed number of shuffles of the same rows, by the same draw. */
const order = fc.integer({ min: 1, max: 1000 });

function shuffled<T>(rows: readonly T[], by: number): T[] {
	return rows
		.map((row, at) => ({ row, key: ((at + 1) * by * 7919) % 1009 }))
		.sort((a, b) => a.key - b.key)
		.map(({ row }) => row);
}

describe('generated damage', () => {
	it.each<ListKind>(['beneficiaries', 'members', 'activities'])(
		'of %s: every row is linked, merged or refused, whatever its order, and no cell is reported',
		async (list) => {
			const rows = fc.array(lineOf(SHAPES[list].cells), { minLength: 1, maxLength: 60 });
			await fc.assert(
				fc.asyncProperty(rows, order, async (lines, by) => {
					const one = await outcome(list, lines);
					const filled = lines.filter((row) => row.some((cell) => cell.trim() !== '')).length;
					const { rows: all = 0, linked = 0, merged = 0, refused = 0 } = one.counts ?? {};
					expect(all).toBe(filled + 1);
					expect(linked + merged + refused).toBe(all);
					expect(one.clean).toHaveLength(linked);
					expect(one.report.trimEnd().split('\r\n')).toHaveLength(refused + 1);
					expect(one.report).not.toMatch(/Rahasia|\d{9,}/);
					const other = await outcome(list, shuffled(lines, by));
					expect(other.clean).toEqual(one.clean);
					expect(other.rules).toEqual(one.rules);
				}),
				{ numRuns: 6, seed: 20251125 }
			);
		},
		60_000
	);
});
