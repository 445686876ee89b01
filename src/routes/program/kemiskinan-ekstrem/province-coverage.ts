import { type RegionCode, provinceOf } from '$lib/model';
import type { PriorityRegency } from './priority-regency';

/** Of how many districts of a province something has been published. */
export interface ProvinceCoverage {
	code: RegionCode;
	name: string;
	/** Names of the provinces that they belonged to when the list was made, where they have changed. */
	formerly: readonly string[];
	districts: number;
	rates: number;
	people: number;
	/** Districts with the date of at least one stage. */
	stages: number;
}

/** How far what is published reaches over a list, by province, in the order of its code. */
export function provinceCoverage(
	rows: readonly PriorityRegency[],
	staged: ReadonlySet<RegionCode>
): ProvinceCoverage[] {
	const codes = [...new Set(rows.map(({ code }) => provinceOf(code)))].sort();
	return codes.map((code) => {
		const inside = rows.filter((row) => provinceOf(row.code) === code);
		return {
			code,
			name: inside[0]?.province ?? code,
			formerly: [...new Set(inside.map(({ provinceThen }) => provinceThen))].filter(Boolean),
			districts: inside.length,
			rates: inside.filter(({ rate }) => rate.value !== null).length,
			people: inside.filter(({ people }) => people.value !== null).length,
			stages: inside.filter((row) => staged.has(row.code)).length
		};
	});
}
