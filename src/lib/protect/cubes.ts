/** What tells the cells of a cube apart, beside its region (or cooperative), period and measure. */
export type Dimension = 'decile' | 'sex' | 'age' | 'waiting';

export interface Cube {
	id: string;
	place: 'region' | 'cooperative';
	period: 'month' | 'year';
	/** Sets of dimensions in which it is counted; one that is not named stands at its margin `*`. */
	margins: readonly (readonly Dimension[])[];
	dimensions: readonly Dimension[];
	/** Rupiah stand beside the people. */
	rupiah: boolean;
}

function subsets(dimensions: readonly Dimension[]): Dimension[][] {
	return dimensions.reduce<Dimension[][]>(
		(sets, dimension) => [...sets, ...sets.map((set) => [...set, dimension])],
		[[]]
	);
}

const REGION = { place: 'region', rupiah: false } as const;
const THREE: readonly Dimension[] = ['decile', 'sex', 'age'];

/**
 * What is published, and nothing else: what no cube declares cannot be asked. Each margin is
 * recounted from distinct people, never added up from protected cells. At most twelve.
 */
export const CUBES = [
	{ id: 'k1', ...REGION, period: 'month', dimensions: [], margins: [[]], rupiah: true },
	{
		id: 'k2',
		...REGION,
		period: 'month',
		dimensions: ['decile'],
		margins: [['decile']],
		rupiah: true
	},
	{
		id: 'k3',
		...REGION,
		period: 'month',
		dimensions: ['sex', 'age'],
		margins: [['sex'], ['age'], ['sex', 'age']]
	},
	{
		id: 'k4',
		...REGION,
		period: 'year',
		dimensions: THREE,
		margins: subsets(THREE),
		rupiah: true
	},
	{
		id: 'k5',
		...REGION,
		period: 'year',
		dimensions: ['waiting'],
		margins: [[], ['waiting']]
	},
	{
		id: 'k6',
		place: 'cooperative',
		period: 'month',
		dimensions: [],
		margins: [[]],
		rupiah: false
	}
] as const satisfies readonly Cube[];

export type CubeId = (typeof CUBES)[number]['id'];
