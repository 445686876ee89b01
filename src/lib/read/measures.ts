import { plainWords } from './grid';

/** What a header, a title or a file name says is measured. */
export type Measure =
	/** An indicator of ours. */
	| { kind: 'indicator'; id: string }
	/** One of several; only the reader can say which. */
	| { kind: 'several'; ids: readonly string[] }
	/** A measure that is known and is none of ours, so that it is never taken for one. */
	| { kind: 'other' }
	| { kind: 'none' };

const indicator = (id: string): Measure => ({ kind: 'indicator', id });
const OTHER: Measure = { kind: 'other' };

const RATE =
	/\b(persentase|prosentase|presentase|persen|percent|percentage|tingkat|angka|rate|p0)\b|%/;
const POOR =
	/\b(penduduk miskin|orang miskin|warga miskin|jiwa miskin|poor people|poor population|number of poor|miskin)\b/;
const BELOW_LINE = /\b(di ?bawah garis kemiskinan|below (the )?poverty line)\b/;

/** In the order in which they are asked: narrower measures before those whose words they share. */
const RULES: readonly (readonly [RegExp, (words: string) => Measure])[] = [
	[
		/\b(keparahan|severity|p2|gini|ketimpangan|kepadatan|laju|pertumbuhan|rasio|usia|umur)\b/,
		() => OTHER
	],
	[/\b(kedalaman kemiskinan|poverty gap|p1)\b/, () => indicator('poverty_gap_index')],
	[
		/\b(miskin ekstrem|kemiskinan ekstrem|miskin ekstrim|kemiskinan ekstrim|extreme(ly)? (poverty|poor))\b/,
		(words) =>
			RATE.test(words)
				? { kind: 'several', ids: ['extreme_poverty_rate_190', 'extreme_poverty_rate_215'] }
				: indicator('extreme_poverty_people')
	],
	[
		/\b(pkh|program keluarga harapan)\b/,
		(words) =>
			/\b(pendamping|graduasi|anggaran|nominal|dana|komponen|realisasi penyaluran|persentase)\b/.test(
				words
			)
				? OTHER
				: indicator('pkh_families')
	],
	[
		/\b(pembangunan manusia|ipm|human development|hdi)\b/,
		() => indicator('human_development_index')
	],
	[BELOW_LINE, (words) => indicator(RATE.test(words) ? 'poverty_rate' : 'poor_people')],
	[
		/\b(garis kemiskinan|poverty line)\b/,
		(words) =>
			/\b(makanan|food|non|rumah tangga|household)\b/.test(words)
				? OTHER
				: indicator('poverty_line')
	],
	[
		/\b(keluarga|rumah tangga|kk|household|households|families|balita|anak|pekerja) (sangat )?(miskin|poor)\b/,
		() => OTHER
	],
	[POOR, (words) => indicator(RATE.test(words) ? 'poverty_rate' : 'poor_people')],
	[
		/\b(kemiskinan|poverty)\b/,
		(words) => (RATE.test(words) ? indicator('poverty_rate') : { kind: 'none' })
	],
	[
		/\b(penduduk|population)\b/,
		(words) =>
			RATE.test(words) ||
			/\b(bekerja|laki|perempuan|angkatan|wajib|disabilitas|lansia)\b/.test(words)
				? OTHER
				: indicator('population')
	]
];

/** What a text says is measured, by its words alone. */
export function measureOf(text: string): Measure {
	const words = plainWords(text);
	for (const [pattern, decide] of RULES) if (pattern.test(words)) return decide(words);
	return { kind: 'none' };
}

/** Headers that hold a figure and do not say of what: `jumlah`, `nilai`, `jumlah_penerima_manfaat`. */
export function saysOnlyHowMuch(text: string): boolean {
	return /^(nilai|jumlah|total|value|angka|banyaknya|data|persentase|capaian|realisasi)( (data|total|penerima( manfaat)?|kpm|keluarga|orang|jiwa|value))*$/.test(
		plainWords(text)
	);
}

export type Area = 'urban' | 'rural' | 'both';

/** Urban, rural or both, where a text names it. */
export function areaOf(text: string): Area | null {
	const words = plainWords(text);
	const urban = /\b(perkotaan|urban)\b/.test(words) || words === 'kota' || words === 'k';
	const rural = /\b(perdesaan|pedesaan|rural)\b/.test(words) || words === 'desa' || words === 'd';
	if (urban && rural) return 'both';
	if (/^(kota desa|jumlah|total|semua|k d)$/.test(words)) return 'both';
	return urban ? 'urban' : rural ? 'rural' : null;
}

const BY_AREA: Readonly<Record<string, Readonly<Record<Area, string>>>> = {
	poor_people: { urban: 'poor_people_urban', rural: 'poor_people_rural', both: 'poor_people' },
	poor_people_urban: {
		urban: 'poor_people_urban',
		rural: 'poor_people_rural',
		both: 'poor_people'
	},
	poor_people_rural: { urban: 'poor_people_urban', rural: 'poor_people_rural', both: 'poor_people' }
};

/** The indicator of one area; null where none is kept for it. */
export function inArea(id: string, area: Area | null): string | null {
	if (area === null) return id;
	return BY_AREA[id]?.[area] ?? (area === 'both' ? id : null);
}

/** Indicators whose parts add up to their total. */
export const AREA_PARTS = {
	total: 'poor_people',
	parts: ['poor_people_urban', 'poor_people_rural']
} as const;

/**
 * Values between which a measure whose file names no unit can only be in this unit. The poverty
 * line is defined in rupiah for one person and month: between 50,000 and 10 million it is no
 * thousands of rupiah.
 */
export const UNIT_BY_SIZE: Readonly<
	Record<string, { unit: 'rupiah_per_month'; least: number; most: number }>
> = { poverty_line: { unit: 'rupiah_per_month', least: 50_000, most: 10_000_000 } };
