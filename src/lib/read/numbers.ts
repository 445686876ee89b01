import { type Cell, cellText } from './grid';

/** The mark between whole and part of a number. */
export type DecimalMark = '.' | ',';

export type NumberReading =
	| { kind: 'number'; value: number; decimals: number }
	| { kind: 'missing' }
	| { kind: 'bad'; rule: 'number_unreadable' | 'number_ambiguous' | 'number_is_date' };

const MISSING =
	/^(?:|[.…·•]{1,6}|-{1,4}|[–—−]+|\*+|n\/?a\.?|#n\/a|nan|null|none|nihil data|tidak tersedia|tidak ada data|belum tersedia|data tidak tersedia|not available|tad|td)$/i;

/** What stands for "no figure" in official tables. A zero is none of these. */
export function isMissing(text: string): boolean {
	return MISSING.test(text.trim());
}

const DATE = /^(\d{1,4}[-/]\d{1,2}[-/]\d{1,4}|\d{1,2}-[a-z]{3}|[a-z]{3}-\d{2})$/i;

/** The digits without currency, per cent sign, footnote marks and grouping spaces. */
function bare(text: string): string {
	return text
		.trim()
		.replace(/^'/, '')
		.replace(/^(?:rp\.?|idr)\s*/i, '')
		.replace(/\s*(?:\*+\)?|[a-z]\)|[¹²³⁴])$/i, '')
		.replace(/\s*%$/, '')
		.replace(/,-$/, '')
		.replace(/^[−–]\s*(?=\d)/, '-')
		.replace(/^-\s+(?=\d)/, '-')
		.replace(/^(-?\d{1,3}(?: \d{3})+)(?=[.,]\d+$|$)/, (groups) => groups.replaceAll(' ', ''));
}

interface Shape {
	/** null where either mark could be the decimal one. */
	decimal: DecimalMark | 'none' | null;
	sign: 1 | -1;
	digits: string;
}

function other(mark: DecimalMark): DecimalMark {
	return mark === '.' ? ',' : '.';
}

/** How a number is written, as far as it says so itself: `1.944,86` does, `1.234` does not. */
function shapeOf(text: string): Shape | null {
	const unsigned = bare(text);
	const sign = unsigned.startsWith('-') ? -1 : 1;
	const digits = unsigned.replace(/^[-+]/, '');
	if (/^\d+$/.test(digits)) return { decimal: 'none', sign, digits };
	const both = /^\d{1,3}(?:([.,])\d{3})+([.,])\d+$/.exec(digits);
	if (both && both[1] !== both[2]) return { decimal: both[2] as DecimalMark, sign, digits };
	const groups = /^[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})+$/.exec(digits);
	if (groups) return { decimal: other(groups[1] as DecimalMark), sign, digits };
	const single = /^(\d*)([.,])(\d+)$/.exec(digits);
	if (!single) return null;
	const [, whole = '', mark, part = ''] = single;
	const groupable = part.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
	return { decimal: groupable ? null : (mark as DecimalMark), sign, digits };
}

/**
 * Which decimal mark the cells of a column show, from those that can be read in one way only.
 * @returns null where none shows it; `mixed` where they contradict each other
 */
export function decimalEvidence(cells: Iterable<Cell>): DecimalMark | 'mixed' | null {
	const seen = new Set<DecimalMark>();
	for (const cell of cells) {
		if (typeof cell !== 'string' || isMissing(cellText(cell))) continue;
		const decimal = shapeOf(cellText(cell))?.decimal;
		if (decimal === '.' || decimal === ',') seen.add(decimal);
	}
	if (seen.size > 1) return 'mixed';
	return [...seen][0] ?? null;
}

function decimalsOf(value: number): number {
	const text = String(value);
	if (text.includes('e')) return 0;
	return text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
}

/**
 * The number in a cell. `1.234` is read by the column's decimal mark and refused where that is not
 * known: as thousands and as decimals it differs by a factor of a thousand.
 * @param mark the decimal mark that the column, or else the file or the map, shows
 */
export function readNumber(cell: Cell | undefined, mark: DecimalMark | null): NumberReading {
	if (cell instanceof Date) return { kind: 'bad', rule: 'number_is_date' };
	if (typeof cell === 'number')
		return Number.isFinite(cell)
			? { kind: 'number', value: cell, decimals: Math.min(decimalsOf(cell), 6) }
			: { kind: 'missing' };
	const text = cellText(cell);
	if (isMissing(text)) return { kind: 'missing' };
	if (DATE.test(text)) return { kind: 'bad', rule: 'number_is_date' };
	const shape = shapeOf(text);
	if (shape === null) return { kind: 'bad', rule: 'number_unreadable' };
	const decimal = shape.decimal ?? mark;
	if (decimal === null) return { kind: 'bad', rule: 'number_ambiguous' };
	const plain =
		decimal === 'none'
			? shape.digits
			: shape.digits.replaceAll(other(decimal), '').replace(decimal, '.');
	const value = shape.sign * Number(plain);
	const part = plain.indexOf('.');
	return { kind: 'number', value, decimals: part < 0 ? 0 : plain.length - part - 1 };
}

/** Whether a cell looks like a figure or stands for a missing one: to tell columns of values. */
export function looksNumeric(cell: Cell): boolean {
	if (typeof cell === 'number') return true;
	if (cell instanceof Date) return false;
	return shapeOf(cellText(cell)) !== null;
}
