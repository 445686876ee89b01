import { AGE_BANDS, DECILES, MARGIN, SEXES, WAITING_BANDS } from '$lib/model';
import type { CubeId } from '../cubes';

/** Where a cell stands. Dimensions that its cube does not have are at their margin. */
export interface CellPlace {
	cube: CubeId;
	/** Region, or the code of a cooperative. */
	region: string;
	period: string;
	measure: string;
	decile?: string;
	sex?: string;
	age?: string;
	waiting?: string;
}

export interface StoredCell {
	/** Null where only the artefacts are at hand. */
	n: number | null;
	pub: number;
	/** The rule publishes it. */
	shown: boolean;
}

/** What is known besides the cells: it decides what an absent cell may be. */
export interface Knowledge {
	/** True counts are at hand. */
	exact: boolean;
	threshold: number;
	/** The most that a count may be whose protected figure is under the threshold. */
	roof: number;
	/** A cell may be absent for want of families. */
	families: boolean;
	/** The audit withheld some cells. */
	withheld: boolean;
	/** Values of each dimension that may occur, without the margin. */
	deciles: readonly string[];
	sexes: readonly string[];
	ages: readonly string[];
	waiting: readonly string[];
	/** Whether a measure is counted in a cube at all. */
	counted: (cube: CubeId, measure: string) => boolean;
}

/** Every value that a dimension may have: what an attacker must allow for without the true counts. */
export const EVERY_VALUE = {
	deciles: DECILES.filter((value) => value !== MARGIN),
	sexes: SEXES.filter((value) => value !== MARGIN),
	ages: AGE_BANDS.filter((value) => value !== MARGIN),
	waiting: WAITING_BANDS.filter((value) => value !== MARGIN)
} satisfies Partial<Knowledge>;

/** Names a cell: a dimension that is left out is at its margin. */
export function placeKey(place: CellPlace): string {
	const { cube, region, period, measure } = place;
	const { decile = MARGIN, sex = MARGIN, age = MARGIN, waiting = MARGIN } = place;
	return [cube, region, period, measure, decile, sex, age, waiting].join('|');
}

/** Cells of the blocks at hand, found by where they stand. */
export class CellStore {
	readonly #cells = new Map<string, StoredCell>();

	set(place: CellPlace, cell: StoredCell): void {
		this.#cells.set(placeKey(place), cell);
	}

	get(place: CellPlace): StoredCell | undefined {
		return this.#cells.get(placeKey(place));
	}
}
