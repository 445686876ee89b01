import { at, type Rows } from './check';
import type { Fault } from './fault';
import type { SourceRow } from './read';

/**
 * What must hold of a target beyond its columns. Its indicator has a better direction, else nothing
 * could be reached; and a figure of state `target`, which charts draw, says what a row of targets
 * says, so that no target stands in two places with two values.
 */
export function checkTargets(rows: Rows): Fault[] {
	const indicators = new Map(
		(rows.get('indicator') ?? []).map(({ cells }) => [cells.id ?? '', cells])
	);
	const targets = rows.get('target') ?? [];
	const stated = new Set(targets.map(({ cells }) => keyOf(cells, cells.programme, cells.date)));
	const directionless = targets.flatMap((row) => {
		const { indicator = '' } = row.cells;
		if (indicators.get(indicator)?.direction !== 'none') return [];
		return [at(row, 'indicator', `neither more nor less of ${indicator} is better`)];
	});
	const figures = (rows.get('figure') ?? []).filter(({ cells }) => cells.state === 'target');
	const alone = figures.flatMap((row) => {
		const programme = indicators.get(row.cells.indicator ?? '')?.programme;
		if (stated.has(keyOf(row.cells, programme, row.cells.period_end))) return [];
		return [at(row, 'state', 'no row of targets.csv says the same')];
	});
	return [...directionless, ...alone];
}

function keyOf(
	{ region_code = '', value = '', source_id = '' }: SourceRow['cells'],
	programme: string | undefined,
	date: string | undefined
): string {
	return [programme, region_code, date, Number(value), source_id].join('|');
}
