import type { ChartModel } from '$lib/chart/model';
import type { AskedQuery } from '$lib/engine/asked';
import { figuresSql } from '$lib/export/figures/sql';
import type { UsedDataset } from './datasets';

/**
 * The queries to give for a chart: of protected counts one that yields its very figures, where they can
 * be written so; else what the page asked.
 */
export function queriesOf(
	{ table, queries, locale }: ChartModel,
	datasets: readonly UsedDataset[]
): readonly AskedQuery[] {
	const [dataset, ...others] = datasets;
	if (!dataset?.protection || dataset.kind === 'published' || others.length > 0) return queries;
	const { id: extract, kind, protection } = dataset;
	const figures = table.rows.flatMap(({ cells }) => cells.flat());
	const sql = figuresSql(figures, queries, { extract, kind, protection }, locale);
	return sql === null ? queries : [{ name: 'figures', sql, params: [] }];
}
