import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { ruleText } from '$lib/lists';
import type { ListKind, Locale } from '$lib/model';
import type { ExtractArguments } from './arguments';
import type { ExtractResult } from './job';
import type { PrivateFiles } from './private-report';

function listName(list: ListKind, locale: Locale): string {
	const at = { locale };
	switch (list) {
		case 'beneficiaries':
			return m.extract_list_beneficiaries({}, at);
		case 'members':
			return m.extract_list_members({}, at);
		case 'activities':
			return m.extract_list_activities({}, at);
	}
}

function bytesText(bytes: number, locale: Locale): string {
	return `${formatNumber(bytes / 1e6, locale, { decimals: 1 })} MB`;
}

function rows(args: ExtractArguments, { loaded }: ExtractResult): string[] {
	const at = { locale: args.lang };
	const number = (value: number) => formatNumber(value, args.lang);
	return loaded.files.flatMap(({ list, file, rows: read, linked, merged, refused }) => [
		`${file}`,
		m.extract_summary_list(
			{
				list: listName(list, args.lang),
				rows: number(read),
				linked: number(linked),
				merged: number(merged),
				refused: number(refused)
			},
			at
		)
	]);
}

function refused(args: ExtractArguments, { loaded }: ExtractResult): string[] {
	return loaded.refusedByRule.map(({ rule, rows: count }) =>
		m.extract_summary_refused(
			{ rows: formatNumber(count, args.lang), ...ruleText(rule, args.lang) },
			{ locale: args.lang }
		)
	);
}

function matches({ lang }: ExtractArguments, result: ExtractResult): string[] {
	return result.matches
		.filter(({ region, people }) => region === '00' && people > 0)
		.map(({ list, of, people, matched, rate }) =>
			m.extract_summary_match(
				{
					matched: formatNumber(matched, lang),
					people: formatNumber(people, lang),
					list: listName(list, lang),
					of: listName(of, lang),
					rate: `${formatNumber(rate * 100, lang, { decimals: 1 })}%`
				},
				{ locale: lang }
			)
		);
}

/** What was done, for the officer: rows, refusals, matches, the audit, and where everything lies. */
export function summaryOf(
	args: ExtractArguments,
	files: PrivateFiles,
	result: ExtractResult
): string {
	const at = { locale: args.lang };
	const { manifest } = result;
	const { audit } = manifest;
	const count = (verdict: string) =>
		String(audit.checks.filter((check) => check.verdict === verdict).length);
	const refusals = refused(args, result);
	return [
		...rows(args, result),
		...refusals,
		...(refusals.length > 0 ? [m.extract_summary_refused_file({ file: files.refused }, at)] : []),
		'',
		...matches(args, result),
		m.extract_summary_private({ file: files.report }, at),
		'',
		m.extract_summary_audit(
			{
				passed: count('passed'),
				notrun: count('not_run'),
				withheld: formatNumber(audit.withheld.cells, args.lang)
			},
			at
		),
		m.extract_summary_written(
			{
				id: manifest.id,
				folder: args.out,
				bytes: bytesText(
					manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
					args.lang
				),
				from: manifest.period.start.slice(0, 7),
				until: manifest.period.end.slice(0, 7)
			},
			at
		)
	].join('\n');
}
