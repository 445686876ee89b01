import { isFlag, type Flag } from '$lib/model/flag';
import type { Period } from '$lib/model/period';
import type { RegionCode } from '$lib/model/region';
import { isUnit, type Unit } from '$lib/model/unit';
import { readRows, type Cells } from './cells';
import { chosenFigures, implausible, known } from './figures';
import type { Question } from './question';
import { REGION_CELL, readRegionCell, type RegionCell } from './region-cell';
import { askedRegions, type RegionsAsked } from './regions-asked';

export interface ChangeRow extends RegionCell {
	region: RegionCode;
	unit: Unit;
	before: number | null;
	after: number | null;
	/** Source of the figure before and after; empty where it is missing. */
	sourceBefore: string;
	sourceAfter: string;
	flagBefore: Flag | null;
	flagAfter: Flag | null;
	/** After less before, in the unit (of a percentage: percentage points). Null unless both are believed. */
	absolute: number | null;
	/** Percent of the value before; null also where that is zero. */
	relative: number | null;
}

/** How an indicator changed between two periods, region by region: largest growth first. */
export function change(
	asked: RegionsAsked & { indicator: string; from: Period; to: Period }
): Question<ChangeRow> {
	const regions = askedRegions(asked);
	const { from, to, indicator } = asked;
	const where = `indicator::VARCHAR = ?::VARCHAR
		AND state::VARCHAR NOT IN ('target', 'projection', 'not_comparable')`;
	const join = (name: string) =>
		`LEFT JOIN chosen ${name} ON ${name}.region_code = a.code
		AND ${name}.period_start = ?::DATE AND ${name}.period_end = ?::DATE`;
	return {
		name: 'change',
		sql: `WITH ${regions.sql},
${chosenFigures(where)},
pairs AS (
	SELECT a.code AS region_code, ${REGION_CELL}, i.unit::VARCHAR AS unit,
		b.value AS before, e.value AS after,
		coalesce(b.source_id, '') AS source_before, coalesce(e.source_id, '') AS source_after,
		b.flag AS flag_before, e.flag AS flag_after,
		CASE WHEN NOT ${implausible('b.flag')} AND NOT ${implausible('e.flag')}
			THEN e.value - b.value END AS absolute
	FROM asked a
	CROSS JOIN (SELECT unit FROM published.indicator WHERE id::VARCHAR = ?::VARCHAR) i
	${join('b')}
	${join('e')}
)
SELECT *, CASE WHEN before <> 0 THEN 100 * absolute / before END AS relative
FROM pairs
ORDER BY absolute IS NULL, absolute DESC, region_code`,
		params: [...regions.params, indicator, indicator, from.start, from.end, to.start, to.end],
		read: (table) =>
			readRows(table, (cells) => ({
				...readRegionCell(cells),
				region: cells.text('region_code'),
				unit: known(cells.text('unit'), isUnit),
				before: cells.number('before'),
				after: cells.number('after'),
				sourceBefore: cells.text('source_before'),
				sourceAfter: cells.text('source_after'),
				flagBefore: flag(cells, 'flag_before'),
				flagAfter: flag(cells, 'flag_after'),
				absolute: cells.number('absolute'),
				relative: cells.number('relative')
			}))
	};
}

function flag(cells: Cells, column: string): Flag | null {
	const text = cells.text(column);
	return text === '' ? null : known(text, isFlag);
}
