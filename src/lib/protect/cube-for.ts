import { CUBES, type CubeId, type Dimension } from './cubes';

/** Cubes that count regions. */
export type RegionCubeId = Exclude<CubeId, 'k6'>;

/** Why nothing holds what is asked, so that a page can say it and not offer it. */
export type CubeMissing =
	/** Held for years alone: by month the cells would be too small to protect. */
	| 'only_by_year'
	/** Held for months alone. */
	| 'only_by_month'
	/** These dimensions are never counted together. */
	| 'not_together';

/**
 * The cube that holds counts of regions by exactly these dimensions, or why none does. What no cube
 * declares cannot be asked (rule R1); a margin is never added up from cells of another cube.
 */
export function cubeFor(
	dimensions: readonly Dimension[],
	period: 'month' | 'year'
): RegionCubeId | { missing: CubeMissing } {
	const wanted = [...new Set(dimensions)].sort().join();
	const holding = CUBES.filter(
		({ place, margins }) =>
			place === 'region' && margins.some((margin) => [...margin].sort().join() === wanted)
	);
	const found = holding.find((cube) => cube.period === period);
	if (found && found.id !== 'k6') return found.id;
	if (holding.length === 0) return { missing: 'not_together' };
	return { missing: period === 'month' ? 'only_by_year' : 'only_by_month' };
}
