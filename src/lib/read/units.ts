import type { Unit } from '$lib/model';
import { plainWords } from './grid';

/** What a file's own words say of its unit. `unit` is null where they give a magnitude alone. */
export interface UnitReading {
	unit: Unit | null;
	/** One unit of the file in base units: 1000 for RIBU JIWA. */
	factor: number;
	words: string;
}

const MAGNITUDES: Readonly<Record<string, number>> = {
	ribu: 1e3,
	ribuan: 1e3,
	rb: 1e3,
	'000': 1e3,
	'1000': 1e3,
	'1 000': 1e3,
	thousand: 1e3,
	thousands: 1e3,
	juta: 1e6,
	jutaan: 1e6,
	jt: 1e6,
	million: 1e6,
	millions: 1e6,
	miliar: 1e9,
	milyar: 1e9,
	miliaran: 1e9,
	billion: 1e9,
	triliun: 1e12,
	trilyun: 1e12,
	trillion: 1e12
};

const NOUNS: readonly (readonly [Unit, readonly string[]])[] = [
	['people', ['jiwa', 'orang', 'penduduk', 'people', 'person', 'persons']],
	[
		'families',
		[
			'keluarga penerima manfaat',
			'keluarga penerima manfaat kpm',
			'kpm',
			'keluarga',
			'kepala keluarga',
			'kk',
			'family',
			'families'
		]
	],
	[
		'percent',
		['persen', 'percent', 'per cent', 'persentase', 'prosentase', 'pct', '%', 'persen %']
	],
	['rupiah', ['rupiah', 'rp', 'idr']],
	[
		'rupiah_per_month',
		['rupiah', 'rp', 'idr'].flatMap((money) => [
			`${money} kapita bulan`,
			`${money} kapita`,
			`${money} orang bulan`,
			`${money} bulan`,
			`${money} capita month`
		])
	],
	['points', ['poin', 'point', 'points', 'indeks', 'index']],
	['permits', ['izin', 'ijin', 'permit', 'permits']],
	['cooperatives', ['koperasi', 'unit koperasi', 'cooperatives']],
	['enterprises', ['usaha', 'unit usaha', 'umkm', 'pelaku usaha', 'enterprises']],
	['accounts', ['akun', 'accounts']],
	['kampung', ['kampung']]
];

const NOUN_OF = new Map(
	NOUNS.flatMap(([unit, words]) => words.map((word) => [word, unit] as const))
);

/** Nouns that end a header as what is counted and not as its unit: `Jumlah Penduduk`. */
const NOT_AT_THE_END = new Set(['penduduk', 'usaha', 'umkm', 'koperasi', 'kampung']);

const LONGEST = 6;

function withoutPer(words: string): string {
	return words.replace(/\bper (?!cent\b)/g, '');
}

/**
 * A text that is a unit as a whole: `RIBU JIWA`, `Juta rupiah`, `%`, `(000 jiwa)`, `Ribu`.
 * @returns null where any word of it is not understood
 */
export function unitOfWhole(text: string): UnitReading | null {
	const words = withoutPer(plainWords(text));
	const noun = NOUN_OF.get(words);
	if (noun) return { unit: noun, factor: 1, words: text.trim() };
	const alone = MAGNITUDES[words];
	if (alone !== undefined) return { unit: null, factor: alone, words: text.trim() };
	for (const [name, factor] of Object.entries(MAGNITUDES)) {
		const rest = words.startsWith(`${name} `)
			? words.slice(name.length + 1)
			: words.startsWith('rp ') || words.startsWith('rupiah ')
				? words.replace(` ${name}`, '')
				: '';
		const unit = rest !== '' && rest !== words ? NOUN_OF.get(rest) : undefined;
		if (unit && unit !== 'percent' && unit !== 'points')
			return { unit, factor, words: text.trim() };
	}
	return null;
}

/** Brackets that name a measure, a round or a year, and no unit. */
function namesNoUnit(text: string): boolean {
	const words = plainWords(text);
	return (
		/^(p0|p1|p2|ipm|hdi|pkh|semester|smt|sem|maret|march|september|gk|agregat|\d+|[a-z])\b/.test(
			words
		) || /\b(19|20)\d{2}\b/.test(words)
	);
}

function bracketed(header: string): string[] {
	return [...header.matchAll(/[([]([^()[\]]+)[)\]]/g)].map((match) => match[1] ?? '').reverse();
}

function atTheEnd(header: string): UnitReading | null {
	const words = plainWords(header.replace(/[([][^()[\]]*[)\]]/g, ' ')).split(' ');
	for (let count = Math.min(LONGEST, words.length); count >= 1; count -= 1) {
		const tail = words.slice(-count).join(' ');
		const unit = NOT_AT_THE_END.has(tail) ? null : unitOfWhole(tail);
		if (unit && unit.unit !== null) return unit;
	}
	return null;
}

/** What a header counts, where it gives a magnitude and leaves the rest to its other words. */
function nounOfHeader(header: string): Unit | null {
	const words = plainWords(header);
	if (/\b(keluarga|kpm|kk)\b/.test(words)) return 'families';
	if (/\b(rp|rupiah|garis kemiskinan)\b/.test(words)) return 'rupiah';
	return /\b(penduduk|jiwa|orang|people|population)\b/.test(words) ? 'people' : null;
}

export type HeaderUnit =
	{ kind: 'read'; reading: UnitReading } | { kind: 'unknown'; words: string } | { kind: 'none' };

/**
 * The unit that a header or a title carries: `… (ribu) (Ribu)`, `… Maret Ribu Jiwa`, `… (Rp)`,
 * `Persentase …`. A bracket that no vocabulary knows is an unknown unit, not none.
 */
export function unitInHeader(header: string): HeaderUnit {
	const groups = bracketed(header);
	const readings = groups.map(unitOfWhole);
	const full = readings.find((reading) => reading !== null && reading.unit !== null);
	const reading = full ?? atTheEnd(header);
	// "Keluarga (ribu)": the noun stands before the bracket, and the magnitude in it.
	const size = full ? undefined : readings.find((one) => one !== null && one.unit === null);
	if (reading && size && reading.factor === 1 && !/^(percent|points)$/.test(reading.unit ?? ''))
		return { kind: 'read', reading: { ...reading, factor: size.factor } };
	if (reading) return { kind: 'read', reading };
	const words = plainWords(header);
	if (/(^|\s)(persentase|prosentase|presentase|persen|percent|percentage|%)/.test(words))
		return { kind: 'read', reading: { unit: 'percent', factor: 1, words: header } };
	const magnitude =
		readings.find((one) => one !== null) ?? unitOfWhole(words.split(' ').at(-1) ?? '');
	const noun = nounOfHeader(header);
	if (magnitude && noun) return { kind: 'read', reading: { ...magnitude, unit: noun } };
	if (/\b(rp|rupiah)\b/.test(words))
		return { kind: 'read', reading: { unit: 'rupiah', factor: 1, words: header } };
	if (/\b(indeks|index|ipm|hdi)\b/.test(words))
		return { kind: 'read', reading: { unit: 'points', factor: 1, words: header } };
	const odd = groups.find((group) => unitOfWhole(group) === null && !namesNoUnit(group));
	return odd === undefined ? { kind: 'none' } : { kind: 'unknown', words: odd };
}

/**
 * Whether a file's unit may stand for the indicator's. The poverty line is by definition for one
 * person and month, also where a file says no more than rupiah. People are never families.
 */
export function agrees(file: Unit, declared: Unit): boolean {
	return file === declared || (file === 'rupiah' && declared === 'rupiah_per_month');
}

/** The value in base units, without the noise that multiplying leaves: 451.3 ribu is 451300. */
export function toBase(value: number, factor: number): number {
	return Number((value * factor).toPrecision(13));
}
