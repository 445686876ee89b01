import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import { regionRefusalText } from '$lib/read/region';
import type { Columns } from './columns';
import type { Joined } from './join';
import type { Simplified } from './simplify';

/** What became of a file. With `--json` it is printed as it is. */
export interface BoundaryReport {
	file: string;
	out: string;
	features: number;
	/** Numbers of the features without a geometry. */
	empty: number[];
	columns: Columns;
	joined: { regions: number; of: number; by_code: number; by_name: number; in_parts: number };
	unjoined: { feature: number; label: string; message: string; hint: string }[];
	without: { code: string; name: string }[];
	size: { brotli: number; bytes: number; corners: number; corners_before: number };
}

export function reportOf(
	about: { file: string; out: string; features: number; empty: number[]; columns: Columns },
	joined: Joined,
	made: Simplified,
	locale: Locale
): BoundaryReport {
	const { regions, without, byCode, byName } = joined;
	return {
		...about,
		joined: {
			regions: regions.size,
			of: regions.size + without.length,
			by_code: byCode,
			by_name: byName,
			in_parts: [...regions.values()].filter((parts) => parts.length > 1).length
		},
		unjoined: joined.unjoined.map(({ number, label, refusal }) => ({
			feature: number,
			label,
			...regionRefusalText(refusal, locale)
		})),
		without: without.map(({ code, name }) => ({ code, name })),
		size: {
			brotli: made.bytes,
			bytes: made.text.length,
			corners: made.corners,
			corners_before: made.cornersBefore
		}
	};
}

const MOST = 20;

function listed(lines: readonly string[], locale: Locale): string[] {
	const shown = lines.slice(0, MOST).map((line) => `  ${line}`);
	if (lines.length <= MOST) return shown;
	const count = formatNumber(lines.length - MOST, locale);
	return [...shown, `  ${m.boundaries_report_more({ count }, { locale })}`];
}

/** The report for a person: what joined and how, what did not and why, and how large it is. */
export function summaryOf(report: BoundaryReport, locale: Locale): string {
	const at = { locale };
	const count = (value: number) => formatNumber(value, locale);
	const { joined, columns, size, unjoined, without } = report;
	const property = (name: string) => (name === '' ? m.boundaries_report_none({}, at) : name);
	const lines = [
		`${report.file}: ${m.boundaries_report_features({ features: count(report.features) }, at)}`,
		m.boundaries_report_columns(
			{
				code: property(columns.code),
				codes: columns.codes === 'bps' ? 'BPS' : 'Kemendagri',
				name: property(columns.name),
				province: property(columns.province)
			},
			at
		),
		m.boundaries_report_joined(
			{
				regions: count(joined.regions),
				of: count(joined.of),
				by_code: count(joined.by_code),
				by_name: count(joined.by_name)
			},
			at
		)
	];
	if (joined.in_parts > 0)
		lines.push(m.boundaries_report_parts({ count: count(joined.in_parts) }, at));
	if (report.empty.length > 0)
		lines.push(m.boundaries_report_empty({ features: report.empty.slice(0, MOST).join(', ') }, at));
	if (unjoined.length > 0)
		lines.push(
			m.boundaries_report_unjoined({ count: count(unjoined.length) }, at),
			...listed(
				unjoined.map(({ feature, label, message, hint }) =>
					m.boundaries_report_feature(
						{ feature: String(feature), label: label || '–', message, hint },
						at
					)
				),
				locale
			)
		);
	if (without.length > 0)
		lines.push(
			m.boundaries_report_without({ count: count(without.length) }, at),
			...listed(
				without.map(({ code, name }) => `${code} ${name}`),
				locale
			)
		);
	lines.push(
		m.boundaries_report_size(
			{
				kilobytes: formatNumber(Math.round(size.brotli / 100) / 10, locale),
				before: count(size.corners_before),
				after: count(size.corners)
			},
			at
		)
	);
	return lines.join('\n');
}
