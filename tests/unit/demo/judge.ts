import { readFileSync } from 'node:fs';
import type { ListKind } from '../../../src/lib/model';
import { cell, type CsvRow } from './csv';

/**
 * An independent judge of the rows of a demo: plain rules of a list, in the order in which a reader
 * looks, without any code of what made them.
 */

const regions = readFileSync('data/reference/regions.csv', 'utf8').split('\n');
const today = new Set(
	regions.filter((line) => /^\d\d\.\d\d,/.test(line)).map((line) => line.slice(0, 5))
);
/** Code until 2022 → code of today. */
const former = new Map(
	readFileSync('data/reference/former_codes.csv', 'utf8')
		.split('\n')
		.map((line) => line.split(','))
		.filter(([, system]) => system === 'kemendagri')
		.map(([code = '', , old = '']) => [old, code])
);

export const ACTIVITY_WORDS =
	'training mentoring ewarung_purchase savings shu kube prokus umi mekaar kur market_access graduation'.split(
		' '
	);
const PROGRAMMES: Partial<Record<ListKind, readonly string[]>> = {
	beneficiaries: ['PKH', 'SEMBAKO'],
	members: ['KMP', 'KJMIS', 'KOPERASI_KAMPUNG']
};
/** The day after the period of the demos in these tests; nothing in them can be later. */
const FUTURE = '2026-01-01';

/** The digits of a NIK without separators, whatever they are. */
export function digitsOf(row: CsvRow): string {
	return cell(row, 'nik').replace(/^'|[ .-]/g, '');
}

function exists(year: number, month: number, day: number): boolean {
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function nikFault(row: CsvRow): string | null {
	const nik = digitsOf(row);
	if (nik === '') return 'nik_missing';
	if (/^\d+E\+15$/.test(nik)) return 'nik_excel';
	if (/[A-Z]/.test(nik)) return 'nik_letters';
	if (nik.length !== 16) return 'nik_length';
	if (!today.has(`${nik.slice(0, 2)}.${nik.slice(2, 4)}`)) return 'nik_region';
	const day = Number(nik.slice(6, 8));
	const year = Number(nik.slice(10, 12));
	const century = year <= 25 ? 2000 : 1900;
	if (!exists(century + year, Number(nik.slice(8, 10)), day > 40 ? day - 40 : day))
		return 'nik_date';
	return nik.endsWith('0000') ? 'nik_serial' : null;
}

/** A date or month in ISO, null where there is none. */
export function isoOf(text: string): string | null {
	const [, d, m, y] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? [];
	const iso = y ? `${y}-${m}-${d}` : text;
	const [year = 0, month = 0, day = 1] = iso.split('-').map(Number);
	return /^\d{4}-\d\d(-\d\d)?$/.test(iso) && exists(year, month, day) ? iso : null;
}

function dateFault(...texts: string[]): string | null {
	const dates = texts.filter((text) => text !== '').map(isoOf);
	if (dates.includes(null)) return 'date_invalid';
	return dates.some((date) => date !== null && date >= FUTURE) ? 'date_future' : null;
}

/** Today's code of a row's region; null where it is unknown. */
export function regionOf(row: CsvRow): string | null {
	const code = cell(row, 'kode_wilayah');
	return today.has(code) ? code : (former.get(code) ?? null);
}

function before(later: string, earlier: string): boolean {
	const [a, b] = [isoOf(later), isoOf(earlier)];
	return a !== null && b !== null && a < b;
}

/** The rule that a row breaks, null where it is valid. */
export function faultIn(list: ListKind, row: CsvRow): string | null {
	const nik = nikFault(row);
	if (nik !== null) return nik;
	const programmes = PROGRAMMES[list];
	if (programmes && !programmes.includes(cell(row, 'program'))) return 'programme_unknown';
	switch (list) {
		case 'beneficiaries': {
			if (cell(row, 'kode_wilayah') === '') return 'region_missing';
			if (regionOf(row) === null) return 'region_unknown';
			if (!/^(|[1-9]|10)$/.test(cell(row, 'desil'))) return 'decile_range';
			const [first, last] = [cell(row, 'bulan_awal'), cell(row, 'bulan_akhir')];
			const born = dateFault(cell(row, 'tanggal_lahir'));
			return born ?? dateFault(first, last) ?? (before(last, first) ? 'last_before_first' : null);
		}
		case 'members': {
			const [joined, left] = [cell(row, 'tanggal_bergabung'), cell(row, 'tanggal_keluar')];
			const dates = dateFault(joined, left, cell(row, 'transaksi_terakhir'));
			return dates ?? (before(left, joined) ? 'left_before_joined' : null);
		}
		case 'activities':
			if (!ACTIVITY_WORDS.includes(cell(row, 'kegiatan'))) return 'activity_unknown';
			if (dateFault(cell(row, 'tanggal')) !== null) return dateFault(cell(row, 'tanggal'));
			return /^\d*$/.test(cell(row, 'nominal')) ? null : 'amount_invalid';
	}
}

/** From and to of a row; two rows of one person in one thing that share a day are one. */
interface Span {
	from: string;
	to: string;
}

function spanOf(list: ListKind, row: CsvRow): Span {
	const [from, to] = {
		beneficiaries: ['bulan_awal', 'bulan_akhir'] as const,
		members: ['tanggal_bergabung', 'tanggal_keluar'] as const,
		activities: ['tanggal', 'tanggal'] as const
	}[list];
	return { from: isoOf(cell(row, from)) ?? '', to: isoOf(cell(row, to)) ?? '9999' };
}

function thingOf(list: ListKind, row: CsvRow): string {
	const of = {
		beneficiaries: ['program'],
		members: ['program', 'koperasi'],
		activities: ['kegiatan', 'nominal', 'koperasi']
	}[list];
	return [digitsOf(row), ...of.map((column) => cell(row, column))].join('|');
}

/** How many of the valid rows say what another one says. */
export function mergedIn(list: ListKind, valid: readonly CsvRow[]): number {
	const things = new Map<string, Span[]>();
	for (const row of valid) {
		const spans = things.get(thingOf(list, row)) ?? [];
		spans.push(spanOf(list, row));
		things.set(thingOf(list, row), spans);
	}
	let merged = 0;
	for (const spans of things.values()) {
		spans.sort((a, b) => (a.from < b.from ? -1 : 1));
		let end = '';
		for (const [index, { from, to }] of spans.entries()) {
			if (index > 0 && from <= end) merged += 1;
			if (to > end) end = to;
		}
	}
	return merged;
}
