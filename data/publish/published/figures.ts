import { hasValue, isFigureState } from '$lib/model/state';
import { at, type Rows } from './check';
import type { Fault } from './fault';
import type { SourceRow } from './read';

/** What must hold of a figure across its columns. */
export function checkFigures(rows: Rows): Fault[] {
	const units = new Map(
		(rows.get('indicator') ?? []).map(({ cells }) => [cells.id ?? '', cells.unit ?? ''])
	);
	const figures = rows.get('figure') ?? [];
	return [...figures.flatMap((row) => faultsOf(row, units)), ...conflicts(figures)];
}

function faultsOf(row: SourceRow, units: ReadonlyMap<string, string>): Fault[] {
	const { indicator = '', unit, state = '', value, period_start, period_end } = row.cells;
	const faults: Fault[] = [];
	const expected = units.get(indicator);
	if (expected !== undefined && unit !== expected) {
		faults.push(at(row, 'unit', `${indicator} is counted in ${expected}, not in ${unit}`));
	}
	if (isFigureState(state)) {
		if (hasValue(state) && value === '') {
			faults.push(at(row, 'value', `is empty, though the state ${state} has a value`));
		}
		if (!hasValue(state) && value !== '') {
			faults.push(at(row, 'value', `"${value}" stands beside the state ${state}, which has none`));
		}
	}
	if (period_start && period_end && period_start > period_end) {
		faults.push(at(row, 'period_end', `${period_end} is before ${period_start}`));
	}
	return faults;
}

/** One source may say one thing twice only where both rows are marked as contradicting. */
function conflicts(figures: readonly SourceRow[]): Fault[] {
	const seen = new Map<string, SourceRow>();
	return figures.flatMap((row) => {
		const { indicator, region_code, period_start, period_end, source_id, state, flag } = row.cells;
		const key = [indicator, region_code, period_start, period_end, source_id, state].join('|');
		const first = seen.get(key);
		if (!first) {
			seen.set(key, row);
			return [];
		}
		if (flag === 'conflict' && first.cells.flag === 'conflict') return [];
		const message = `the same figure stands in ${first.file}, row ${first.row}`;
		return [at(row, 'indicator', message)];
	});
}
