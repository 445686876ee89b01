import { draw } from './draw';

/** District numbers 01 to 30 and serials 9000 to 9999, which nobody is given. */
const DISTRICTS = 30;
const SERIALS = 1000;
/** People of a regency who can share a birthday. */
export const COMBINATIONS = DISTRICTS * SERIALS;
/** Twelve months of 28 days: every such date exists. */
const DATES = 12 * 28;
/** No regency can have more people than this. */
export const MOST_IN_A_PLACE = COMBINATIONS * DATES;
/** Has no factor in common with {@link COMBINATIONS}, so that neighbours are far apart and nobody is met twice. */
const STRIDE = 7919;

/** SQL of the four digits PPKK, the number within the regency, the day (0 to 335), year and sex. */
export interface NumberParts {
	region: string;
	number: string;
	day: string;
	year: string;
	woman: string;
}

/**
 * SQL of 16 digits, `PPKKCC DDMMYY SSSS` (BIGINT). The people of a regency are numbered; every
 * 30,000th shares district and serial, and these are told apart by their days: each group of 30,000
 * has days of its own ({@link dayOfGroup}).
 */
export function sixteenDigits({ region, number, day, year, woman }: NumberParts): string {
	const combination = `((${number} * ${STRIDE} + shift) % ${COMBINATIONS})`;
	return `(${region} * 1000000000000::BIGINT
		+ (${combination} // ${SERIALS} + 1) * 10000000000::BIGINT
		+ (${day} % 28 + 1 + CASE WHEN ${woman} THEN 40 ELSE 0 END) * 100000000::BIGINT
		+ (${day} // 28 + 1) * 1000000::BIGINT
		+ (${year} % 100) * 10000::BIGINT
		+ 9000 + ${combination} % ${SERIALS})::BIGINT`;
}

/** SQL of a day of the year (0 to 335) among those of a group of 30,000; `groups` is how many there are. */
export function dayOfGroup(from: string, name: string, number: string): string {
	const group = `(${number} // ${COMBINATIONS})`;
	return `(${group} + groups * floor(${draw(from, name)}
		* ((${DATES - 1} - ${group}) // groups + 1)))::INTEGER`;
}
