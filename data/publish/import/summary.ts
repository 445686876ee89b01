import { formatDate } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { unitLabel } from '$lib/i18n/words';
import type { Locale, Unit } from '$lib/model';
import { type FileReport, type Note, describeNote, nothingKept } from '$lib/read';

const MOST = 12;

function unitsOf(report: FileReport): Unit[] {
	if (report.unit === null) return [];
	return Array.isArray(report.unit) ? report.unit : [report.unit];
}

function listed(lines: readonly string[], locale: Locale): string[] {
	const shown = lines.slice(0, MOST).map((line) => `  ${line}`);
	const count = String(lines.length - MOST);
	return lines.length > MOST
		? [...shown, `  ${m.read_summary_more({ count }, { locale })}`]
		: shown;
}

function place(row: number | null, column: string | null, locale: Locale): string {
	const parts = [
		row === null ? '' : m.read_summary_row({ row: String(row) }, { locale }),
		column === null || column === '' ? '' : m.read_summary_column({ column }, { locale })
	];
	return parts.filter((part) => part !== '').join(', ');
}

/** What was read of one file, for a person: rows, values, refusals, flags, and what was decided. */
export function summaryOf(
	report: FileReport,
	values: number,
	notes: readonly Note[],
	locale: Locale
): string {
	const at = { locale };
	const nothing = nothingKept(report, locale);
	if (nothing !== null) return `${report.file}: ${nothing}`;
	const units = new Intl.ListFormat(locale).format(
		unitsOf(report).map((unit) => unitLabel(unit, locale))
	);
	const [first = '', last = ''] = report.periods;
	const said = (period: string) => formatDate(period, locale);
	const rows = {
		rows: String(report.rows_in),
		kept: String(report.rows_kept),
		refused: String(report.rows_refused),
		blank: String(report.rows_blank)
	};
	const content = {
		values: String(values),
		regions: String(report.regions),
		first: said(first),
		last: said(last),
		unit: units,
		missing: String(report.values_missing)
	};
	const lines = [
		`${report.file}: ${m.read_summary_rows(rows, at)}`,
		m.read_summary_values(content, at)
	];
	if (report.refused.length > 0) lines.push(m.read_summary_refused({}, at));
	const refused = report.refused.map(
		({ row, column, message, hint }) => `${place(row, column, locale)}: ${message} ${hint}`
	);
	lines.push(...listed(refused, locale));
	if (report.flags.length > 0) lines.push(m.read_summary_flags({}, at));
	const flags = report.flags.map(
		({ row, column, message }) => `${place(row, column, locale)}: ${message}`
	);
	lines.push(...listed(flags, locale));
	if (notes.length > 0) lines.push(m.read_summary_notes({}, at));
	lines.push(
		...listed(
			notes.map((note) => describeNote(note, locale)),
			locale
		)
	);
	return lines.join('\n');
}
