import type { ChartModel } from '$lib/chart/model';
import { writtenBounds, writtenValue } from '$lib/export/rounded';
import type { ExportColumn, ExportTable, ExportValue } from '$lib/export/table';
import { m } from '$lib/i18n/paraglide/messages';
import { flagName, stateName, unitLabel } from '$lib/i18n/words';
import { type Figure, isBounded } from '$lib/model';
import { type Taken, aboutChart, isDemo } from './about';

/**
 * A chart's table with one figure a row, so that each carries its own state, bounds, period and source.
 * Columns have one name in both languages, that of the SQL under the chart: a program that reads the file
 * of one reads that of the other, and what each means stands in the file in the page's language.
 * @param name of the file, without its ending
 */
export function chartTable(model: ChartModel, name: string, taken: Taken): ExportTable {
	const { table } = model;
	const several = table.columns.length > 1;
	const words = table.wordColumns ?? [];
	const columns = [
		text('baris', table.corner),
		...(several ? [text('kolom', m.menu_column_column({}, { locale: model.locale }))] : []),
		...figureColumns(model),
		...words.map((label, index) => text(`keterangan_${index + 1}`, label))
	];
	const rows = table.rows.flatMap((row) =>
		row.cells.flatMap((figures, column) =>
			figures.map((figure): ExportValue[] => [
				row.label,
				...(several ? [table.columns[column] ?? ''] : []),
				...figureCells(figure, model),
				...words.map((_, index) => row.words?.[index] ?? null)
			])
		)
	);
	return {
		name,
		title: model.title,
		columns,
		rows,
		notes: aboutChart(model, taken),
		demo: isDemo(model)
	};
}

function text(name: string, label: string): ExportColumn {
	return { name, label, type: 'text' };
}

function figureColumns({ locale: language }: ChartModel): ExportColumn[] {
	const locale = { locale: language };
	const number = (name: string, label: string): ExportColumn => ({ name, label, type: 'number' });
	const date = (name: string, label: string): ExportColumn => ({ name, label, type: 'date' });
	return [
		number('nilai', m.menu_column_value({}, locale)),
		number('batas_bawah', m.menu_column_low({}, locale)),
		number('batas_atas', m.menu_column_high({}, locale)),
		text('satuan', m.menu_column_unit({}, locale)),
		text('keadaan', m.menu_column_state({}, locale)),
		text('arti_keadaan', m.menu_column_state_words({}, locale)),
		{ name: 'belum_lengkap', label: m.menu_column_incomplete({}, locale), type: 'boolean' },
		date('mulai', m.menu_column_start({}, locale)),
		date('akhir', m.menu_column_end({}, locale)),
		text('indikator', m.menu_column_indicator({}, locale)),
		text('kode_wilayah', m.menu_column_region({}, locale)),
		text('kelompok', m.menu_column_group({}, locale)),
		text('sumber', m.menu_column_source({}, locale)),
		text('kepastian', m.menu_column_certainty({}, locale)),
		text('catatan', m.menu_column_flag({}, locale))
	];
}

function figureCells(figure: Figure, model: ChartModel): ExportValue[] {
	const { locale } = model;
	const bounds = writtenBounds(figure);
	return [
		writtenValue(figure),
		bounds?.[0] ?? null,
		bounds?.[1] ?? null,
		unitLabel(figure.unit, locale),
		figure.state,
		stateName(figure.state, locale),
		// Of what others publish, nobody here knows whose lists had come.
		isBounded(figure) ? figure.incomplete : null,
		figure.period.start,
		figure.period.end,
		figure.indicator,
		figure.region,
		(isBounded(figure) && figure.group) || null,
		sourcesOf(figure, model).join('; ') || null,
		// What is made up is neither certain nor uncertain.
		figure.state === 'demo' ? null : figure.certainty,
		figure.flag === null ? null : flagName(figure.flag, locale)
	];
}

/**
 * The sources of a figure. One that was worked out names one of them only: the others are those of the
 * chart that no published figure in it rests on.
 */
function sourcesOf({ state, sourceId }: Figure, { table, sources }: ChartModel): string[] {
	if (state !== 'computed') return [sourceId];
	const stated = new Set(
		table.rows
			.flatMap(({ cells }) => cells.flat())
			.filter((figure) => figure.state === 'published')
			.map((figure) => figure.sourceId)
	);
	const others = sources.map(({ id }) => id).filter((id) => id !== '' && !stated.has(id));
	return [...new Set([sourceId, ...others])];
}
