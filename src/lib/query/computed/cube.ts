/** Cubes that are counted by place, and the columns that each has beside place, time and measure. */
export const CUBE_COLUMNS = {
	k1: [],
	k2: ['decile'],
	k3: ['sex', 'age'],
	k4: ['decile', 'sex', 'age'],
	k5: ['waiting']
} as const;
export type CubeName = keyof typeof CUBE_COLUMNS;
export type CubeColumn = (typeof CUBE_COLUMNS)[CubeName][number];

export function columnsOf(cube: CubeName): readonly CubeColumn[] {
	return CUBE_COLUMNS[cube];
}

/** Years stand in the cubes that no month could fill; the others have months. */
export function isYearly(cube: CubeName): boolean {
	return cube === 'k4' || cube === 'k5';
}

/** Rupiah stand beside the people. */
export function hasRupiah(cube: CubeName): boolean {
	return cube === 'k1' || cube === 'k2' || cube === 'k4';
}

/** First day of a cell's period, in SQL. */
export function startSql(cube: CubeName): string {
	return isYearly(cube) ? 'make_date(year::INTEGER, 1, 1)' : 'month';
}
