import type { ListKind } from '$lib/model';
import { cellStatements } from '$lib/protect/cells/plan';
import { countStatements } from '$lib/protect/count/plan';
import { CUBES } from '$lib/protect/cubes';
import { keysOf, publishedSql, WITHHELD, type Rule } from '$lib/protect/publish';
import { toldStatements, type Reach } from '$lib/protect/told';
import { FIRST_MONTH, LAST_MONTH } from './make';
import { tablesOf, type Population } from './rows';

export const WINDOW = { from: FIRST_MONTH, until: LAST_MONTH };

const REGENCIES = [3201, 3202, 3320, 3509, 5302];
const LISTS: ListKind[] = ['beneficiaries', 'members', 'activities'];

function through(regency: number, list: ListKind): number | null {
	if (regency === 3509 && list === 'members') return LAST_MONTH - 4;
	return regency === 3320 && list === 'activities' ? null : LAST_MONTH;
}

/** Jember's list of members is four months late; Jepara's activities never came. */
export const REACHES: Reach[] = REGENCIES.flatMap((regency) =>
	LISTS.map((list) => ({ regency, list, through: through(regency, list) }))
);

export const PLACES = [
	{ region: '00', regencies: REGENCIES },
	{ region: '32', regencies: [3201, 3202] },
	{ region: '33', regencies: [3320] },
	{ region: '35', regencies: [3509] },
	{ region: '53', regencies: [5302] },
	{ region: '32.01', regencies: [3201] },
	{ region: '32.02', regencies: [3202] },
	{ region: '33.20', regencies: [3320] },
	{ region: '35.09', regencies: [3509] },
	{ region: '53.02', regencies: [5302] },
	{ region: 'list:two', regencies: [3201, 5302] }
];

/** Everything from the clean lists to the raw cells, in order. */
export function populationStatements(population: Population, parts = 1): string[] {
	return [
		...tablesOf(population),
		...[
			...toldStatements(REACHES, WINDOW),
			...countStatements(WINDOW, { parts, families: true }),
			...cellStatements({
				window: WINDOW,
				places: PLACES,
				regions: PLACES.map(({ region }) => region),
				cooperatives: population.cooperative.map(({ code }) => code),
				families: true
			})
		].map(({ sql }) => sql),
		WITHHELD
	];
}

/** One text for every raw cell and every published one, in a fixed order. */
export function everyCell(rule: Rule): string {
	const raw = CUBES.map((cube) => {
		const keys = keysOf(cube).map((key) => `${key}::VARCHAR`);
		const values = ['n', 'ck', 'ck_other', 'families'].map((one) => `${one}::VARCHAR`);
		return `SELECT concat_ws('|', '${cube.id}', ${[...keys, ...values].join(', ')}) AS cell FROM cells.${cube.id}`;
	});
	const published = CUBES.map((cube) => {
		const keys = keysOf(cube).map((key) => `${key}::VARCHAR`);
		const rupiah = 'rupiah' in cube && cube.rupiah ? `coalesce(rupiah::VARCHAR, '')` : `''`;
		return `SELECT concat_ws('|', 'published ${cube.id}', ${keys.join(', ')}, pub::VARCHAR, ${rupiah})
			FROM (${publishedSql(cube, rule)})`;
	});
	return `${[...raw, ...published].join(' UNION ALL ')} ORDER BY cell`;
}
