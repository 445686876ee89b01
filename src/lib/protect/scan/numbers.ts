import { standsAlone, type TextForm } from './alone';
import { type FindingKind, type Span, span } from './finding';
import { isPersonNumber, isWomansNumber, type Issuers } from './person-number';

const TOGETHER = /\d{16,}/g;
/** Digits with at most one separator between two of them; hyphens and spaces also in their fixed forms. */
const APART = /\d(?:[ .\-/_\u00a0\u2010\u2011\u202f]?\d){15,}/g;
/** As spreadsheets and databases print a 16-digit number they hold as a floating-point one. */
const SCIENTIFIC = /(?<![\d.])(\d)\.(\d{15})e\+?15(?!\d)/gi;

/** How people write the number in groups. Anything longer is searched for these and nothing else. */
const GROUPINGS = [
	'4-4-4-4',
	'6-6-4',
	'2-2-2-6-4',
	'2-2-2-2-2-2-4',
	'6-2-2-2-4',
	'4-2-6-4',
	'12-4'
];

/** Person and family card numbers: NIK and No KK have the same form. */
export function findPersonNumbers(text: string, issuers: Issuers, form: TextForm): Span[] {
	const found: Span[] = [];
	const add = (digits: string, start: number, end: number) => {
		if (isPersonNumber(digits, issuers) && standsAlone(text, start, end, form))
			found.push(span(kindOf(text, start, digits), start, end - start));
	};
	for (const { 0: run, index } of text.matchAll(TOGETHER)) {
		if (run.length === 16) add(run, index, index + 16);
		else if (form === 'bytes')
			for (const block of blocksOf(run, issuers))
				add(block.digits, index + block.from, index + block.to);
	}
	if (form === 'bytes') return found;
	for (const { 0: run, index } of text.matchAll(APART))
		for (const [from, to] of grouped(run))
			add(run.slice(from, to).replace(/\D/g, ''), index + from, index + to);
	for (const { 0: whole, 1: first = '', 2: rest = '', index } of text.matchAll(SCIENTIFIC))
		if (isPersonNumber(first + rest, issuers)) found.push(span('nik', index, whole.length));
	return found;
}

interface Block {
	digits: string;
	from: number;
	to: number;
}

/**
 * Numbers that nothing separates, as a database packs a column of them: all of 16 digits, and all
 * possible. Fewer conditions would find them among region codes and digits of constants, which are
 * packed in the same way.
 */
function blocksOf(run: string, issuers: Issuers): Block[] {
	if (run.length % 16 !== 0) return [];
	const blocks = [...run.matchAll(/.{16}/g)].map(({ 0: digits, index }) => ({
		digits,
		from: index,
		to: index + 16
	}));
	return blocks.every(({ digits }) => isPersonNumber(digits, issuers)) ? blocks : [];
}

/** Amounts as Indonesian writes them, one or several in a row: `2.170.000 15.000`. */
const AMOUNTS = /^\d{1,3}(?:\.\d{3})+(?: \d{1,3}(?:\.\d{3})*)*$/;

/** The parts of a run of grouped digits that may be one number, as [from, to]. */
function grouped(run: string): [number, number][] {
	if (AMOUNTS.test(run)) return [];
	const groups = [...run.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
		length: digits.length,
		from: index,
		to: index + digits.length
	}));
	if (groups.length === 1 || groups.some(({ length }) => length >= 16)) return [];
	const digits = groups.reduce((sum, { length }) => sum + length, 0);
	if (digits === 16) {
		const spelled = groups.length === 16;
		const inGroups = groups.length <= 7 && groups.every(({ length }) => length >= 2);
		return spelled || inGroups ? [[0, run.length]] : [];
	}
	return groups.flatMap((first, at) =>
		GROUPINGS.flatMap((grouping): [number, number][] => {
			const parts = groups.slice(at, at + grouping.split('-').length);
			const last = parts.at(-1);
			const same = parts.map(({ length }) => length).join('-') === grouping;
			return same && last !== undefined ? [[first.from, last.to]] : [];
		})
	);
}

const LABELS = /\b(nik|ktp)\b|\b(no\.?[ _]?kk|nomor[ _]kk|kk|kartu keluarga|family card)\b/gi;
const LABEL_REACH = 40;

/** The nearest label before the number decides; without one, it is taken for a person's. */
function kindOf(text: string, start: number, digits: string): FindingKind {
	if (isWomansNumber(digits)) return 'nik';
	const before = text.slice(Math.max(0, start - LABEL_REACH), start);
	const nearest = [...before.matchAll(LABELS)].at(-1);
	return nearest?.[2] === undefined ? 'nik' : 'no_kk';
}
