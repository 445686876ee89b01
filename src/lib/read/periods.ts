import { type Period, monthPeriod, yearPeriod } from '$lib/model';
import { plainWords } from './grid';

/** What a text says of time: a year, a part of a year, or both. */
export interface PeriodWords {
	year: number | null;
	part: YearPart | null;
}

/** A part of a year by its first and last month, 1-12. */
export interface YearPart {
	from: number;
	to: number;
}

const MONTHS: readonly (readonly string[])[] = [
	['januari', 'january', 'jan'],
	['februari', 'february', 'feb', 'pebruari'],
	['maret', 'march', 'mar'],
	['april', 'apr'],
	['mei', 'may'],
	['juni', 'june', 'jun'],
	['juli', 'july', 'jul'],
	['agustus', 'august', 'aug', 'agu', 'ags', 'agt'],
	['september', 'sept', 'sep'],
	['oktober', 'october', 'okt', 'oct'],
	['november', 'nov', 'nopember'],
	['desember', 'december', 'des', 'dec']
];

const MONTH_OF = new Map(
	MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const))
);

const ORDINALS = new Map([
	['i', 1],
	['ii', 2],
	['iii', 3],
	['iv', 4],
	['1', 1],
	['2', 2],
	['3', 3],
	['4', 4]
]);

const YEAR = /^(19|20)\d{2}$/;

/** Years that stand alone in a text, each once: `2022export` holds 2022, `120220` none. */
export function yearsIn(text: string): number[] {
	const found = text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? [];
	return [...new Set(found.map(Number))];
}

function monthIn(words: readonly string[]): number | null {
	const months = new Set(words.flatMap((word) => MONTH_OF.get(word) ?? []));
	const [first] = months;
	return months.size === 1 && first !== undefined ? first : null;
}

/** `Semester II`, `Triwulan 3`, `Sem 1`, `Q4`. */
function slice(words: readonly string[]): YearPart | null {
	for (const [at, word] of words.entries()) {
		const nth = ORDINALS.get(words[at + 1] ?? '') ?? 0;
		if (/^(semester|smt|sem)$/.test(word) && nth >= 1 && nth <= 2)
			return { from: nth * 6 - 5, to: nth * 6 };
		const quarter = /^q([1-4])$/.exec(word)?.[1];
		const third = quarter
			? Number(quarter)
			: /^(triwulan|tw|kuartal|quarter)$/.test(word)
				? nth
				: 0;
		if (third >= 1) return { from: third * 3 - 2, to: third * 3 };
	}
	return null;
}

/**
 * Year and part of the year that a text names. A month wins over the half-year it stands in
 * (`Semester 1 (Maret)` is March); several years or months say none.
 */
export function readPeriodWords(text: string): PeriodWords {
	const iso = /^((?:19|20)\d{2})[-/](\d{1,2})(?:[-/]\d{1,2})?$/.exec(text.trim());
	if (iso) return { year: Number(iso[1]), part: monthPart(Number(iso[2])) };
	const reversed = /^(?:\d{1,2}[-/])?(\d{1,2})[-/]((?:19|20)\d{2})$/.exec(text.trim());
	if (reversed) return { year: Number(reversed[2]), part: monthPart(Number(reversed[1])) };
	const words = plainWords(text).split(' ');
	const years = yearsIn(text);
	const month = monthIn(words);
	return {
		year: years.length === 1 ? (years[0] ?? null) : null,
		part: month === null ? slice(words) : monthPart(month)
	};
}

function monthPart(month: number): YearPart | null {
	return month >= 1 && month <= 12 ? { from: month, to: month } : null;
}

/** A cell of a column of years: `2020`, `2020.0`, `2020*`, `Tahun 2020`. */
export function readYear(text: string): number | null {
	const bare = text
		.replace(/[.,]0+$/, '')
		.replace(/\*+\)?$/, '')
		.trim();
	if (YEAR.test(bare)) return Number(bare);
	const years = yearsIn(bare);
	return /^\D/.test(bare) && years.length === 1 ? (years[0] ?? null) : null;
}

/** A cell of a column of rounds: a month by name or number, a half-year, a quarter; null if none. */
export function readPart(text: string): YearPart | null {
	const bare = text.replace(/[.,]0+$/, '').trim();
	if (/^\d{1,2}$/.test(bare)) return monthPart(Number(bare));
	return readPeriodWords(bare).part;
}

/** The period of a year, or of a part of it. */
export function periodOf(year: number, part: YearPart | null): Period {
	if (part === null) return yearPeriod(year);
	return { start: monthPeriod(year, part.from).start, end: monthPeriod(year, part.to).end };
}
