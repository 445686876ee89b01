import { CUBES } from '../cubes';
import { SHARED_ROWS } from '../count/plan';
import { enumType, type Statement } from '../sql';
import type { Window } from '../window';
import { codeStatements, typeStatements, type Place } from './codes';
import { cooperativeCells, moveCells } from './other-cells';
import { peopleCells } from './people-cells';

/**
 * Makes schema `cells` with tables k1 … k6: for each place, period, measure and group the number
 * of different people `n`, the key of the cell `ck`, the families behind it, and rupiah. Raw and
 * private: nothing of it is published but through the protection.
 * @param regions every code that the type of regions holds, in order; places are among them
 * @param cooperatives codes of the cooperatives, in order
 */
export function cellStatements(options: {
	window: Window;
	places: readonly Place[];
	regions: readonly string[];
	cooperatives: readonly string[];
	families: boolean;
}): Statement[] {
	const { window, places, regions, cooperatives, families } = options;
	return [
		...typeStatements(regions),
		// An ENUM has at least one value, also where no list names a cooperative.
		{
			name: 'codes',
			sql: enumType('cooperative_code', cooperatives.length ? cooperatives : ['-'])
		},
		{ name: 'codes', sql: 'CREATE SCHEMA IF NOT EXISTS cells' },
		...codeStatements(places),
		...CUBES.flatMap((cube): Statement[] => {
			if (cube.id === 'k5') return [moveCells(families)];
			if (cube.id === 'k6') return [cooperativeCells(window, families)];
			const counted =
				cube.period === 'month'
					? { base: 'month_base', amounts: 'month_amount', shared: SHARED_ROWS.months }
					: { base: 'year_base', amounts: 'year_amount', shared: SHARED_ROWS.years };
			return peopleCells(cube, counted, families);
		})
	];
}
