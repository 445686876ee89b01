import { literal } from '$lib/engine/quote';
import { amongSql, emptySql, formSql, tidySql } from './text';

/** Stands for a decile that is none. */
export const BAD_DECILE = 255;

const DECILE = '(?:(?:desil|decile|d)[ .:_-]*)?0*(10|[1-9])(?:[.,]0+)?';

/** Decile of a cell: 1–10, 0 where it says nothing, {@link BAD_DECILE} where it is none. */
export function decileSql(text: string): string {
	const said = `lower(${tidySql(text)})`;
	return `(CASE
		WHEN ${text} = '' THEN 0
		WHEN length(${text}) <= 2 AND try_cast(${text} AS UTINYINT) BETWEEN 1 AND 10 THEN try_cast(${text} AS UTINYINT)
		WHEN ${formSql(said, DECILE)} THEN regexp_extract(${said}, ${literal(DECILE)}, 1)::UTINYINT
		WHEN ${emptySql(text)} THEN 0
		ELSE ${BAD_DECILE}
	END)::UTINYINT`;
}

const MALE = [
	'l',
	'lk',
	'laki-laki',
	'laki laki',
	'lakilaki',
	'laki',
	'pria',
	'm',
	'male',
	'man',
	'1',
	'1.0'
];
const FEMALE = ['p', 'pr', 'perempuan', 'wanita', 'w', 'f', 'female', 'woman', '2', '2.0'];

function among(text: string, words: readonly string[]): string {
	return amongSql(`lower(${tidySql(text)})`, words);
}

/** Sex of a cell: 1 male, 2 female, NULL where it does not say. */
export function sexSql(text: string): string {
	return `CASE WHEN ${text} = '' THEN NULL WHEN ${text} = 'L' THEN 1 WHEN ${text} = 'P' THEN 2 WHEN ${among(text, MALE)} THEN 1 WHEN ${among(text, FEMALE)} THEN 2 END`;
}

const YES = [
	'ya',
	'y',
	'yes',
	'ada',
	'punya',
	'memiliki',
	'true',
	'benar',
	'1',
	'1.0',
	'v',
	'✓',
	'rintisan'
];
const NO = [
	'tidak',
	't',
	'tdk',
	'no',
	'n',
	'tidak ada',
	'tidak punya',
	'belum',
	'false',
	'salah',
	'0',
	'0.0'
];

/** Yes or no of a cell, NULL where it does not say. */
export function yesSql(text: string): string {
	return `CASE WHEN ${text} = '' THEN NULL WHEN ${among(text, YES)} THEN true WHEN ${among(text, NO)} THEN false END`;
}

/** More than any one event of a person: a trillion rupiah. A cell beyond it holds something else. */
const MOST_DIGITS = 12;
const PLAIN = '[0-9]+([.,][0-9]{1,2})?';
const POINTS = '[0-9]{1,3}([.][0-9]{3})+(,[0-9]{1,2})?';
const COMMAS = '[0-9]{1,3}(,[0-9]{3})+([.][0-9]{1,2})?';

/** Text of an amount without its currency and spaces: `Rp 1.250.000,50` → `1.250.000,50`. */
export function amountTextSql(text: string): string {
	return `regexp_replace(regexp_replace(lower(${text}), '^(rp[.]?|idr)', ''), '(,-)?[\\s\\x{a0}]*$|[\\s\\x{a0}]', '', 'g')`;
}

/** Whole rupiah of a text from {@link amountTextSql}; NULL where it is no amount, or a negative one. */
export function amountSql(text: string): string {
	const whole = `CASE
		WHEN ${formSql(text, '[0-9]+')} THEN ${text}
		WHEN ${formSql(text, POINTS)} THEN replace(regexp_replace(${text}, ',[0-9]*$', ''), '.', '')
		WHEN ${formSql(text, COMMAS)} THEN replace(regexp_replace(${text}, '[.][0-9]*$', ''), ',', '')
		WHEN ${formSql(text, PLAIN)} THEN regexp_extract(${text}, '^[0-9]+')
	END`;
	const cents = `CASE WHEN ${formSql(text, '.*[.,][5-9][0-9]?')} AND NOT ${formSql(text, '.*[.,][0-9]{3}')} THEN 1 ELSE 0 END`;
	return `CASE WHEN length(ltrim(${whole}, '0')) <= ${MOST_DIGITS} THEN try_cast(${whole} AS BIGINT) + ${cents} END`;
}
