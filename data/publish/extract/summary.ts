import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { ruleText } from '$lib/lists';
import { LISTS, type ListKind, type Locale } from '$lib/model';
import { noteText, type ListNote, type Loaded } from '../lists';
import type { ExtractArguments } from './arguments';
import type { ExtractResult } from './job';
import type { Match } from './link-report';
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

/** Rows of each file of a list, and why some were refused: the most frequent reason first. */
function listLines(list: ListKind, { files, refusedByRule }: Loaded, locale: Locale): string[] {
	const at = { locale };
	const own = files.filter((file) => file.list === list);
	const rules = refusedByRule
		.filter((one) => one.list === list)
		.sort((a, b) => b.rows - a.rows || (a.rule < b.rule ? -1 : 1));
	if (own.length === 0) return [];
	return [
		capital(listName(list, locale)),
		...own.flatMap((file) => fileLines(file, locale)),
		...(rules.length > 0 ? [`  ${m.extract_summary_refused_title({}, at)}`] : []),
		...aligned(rules.map(({ rows }) => formatNumber(rows, locale))).flatMap((rows, index) => {
			const rule = rules[index]?.rule;
			if (rule === undefined) return [];
			const { message, hint } = ruleText(rule, locale);
			return [`    ${rows}  ${message}`, `    ${' '.repeat(rows.length)}  ${hint}`];
		}),
		''
	];
}

function fileLines(
	{ file, rows, linked, merged, refused, notes, other }: Loaded['files'][number],
	locale: Locale
): string[] {
	const at = { locale };
	const number = (value: number) => formatNumber(value, locale);
	const counts = {
		file,
		rows: number(rows),
		linked: number(linked),
		merged: number(merged),
		refused: number(refused)
	};
	const headers = new Intl.ListFormat(locale, { type: 'unit' }).format(other.map(headerText));
	return [
		`  ${m.extract_summary_file(counts, at)}`,
		...Object.entries(notes).map(
			([note, count]) => `    ${noteText(note as ListNote, number(count), locale)}`
		),
		...(other.length > 0 ? [`    ${m.extract_summary_other({ headers }, at)}`] : [])
	];
}

/** A header as the office wrote it; a long number in one is rather a cell, and not repeated. */
function headerText(text: string): string {
	return `"${text.replace(/\d{5,}/g, '…').slice(0, 40)}"`;
}

function capital(text: string): string {
	return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Texts of one width, flush right. */
function aligned(texts: readonly string[]): string[] {
	const width = Math.max(0, ...texts.map((text) => text.length));
	return texts.map((text) => text.padStart(width));
}

/** What became of the rows, list by list. */
export function rowsText(loaded: Loaded, locale: Locale): string {
	return LISTS.flatMap((list) => listLines(list, loaded, locale)).join('\n');
}

/** How many people are on two lists at once, for all together. */
function matchLines(matches: readonly Match[], locale: Locale): string[] {
	const whole = matches.filter(({ region, people }) => region === '00' && people > 0);
	const number = (value: number) => formatNumber(value, locale);
	const matched = aligned(whole.map((one) => number(one.matched)));
	const people = aligned(whole.map((one) => number(one.people)));
	const lines = whole.map(({ list, of, rate }, index) =>
		m.extract_summary_match(
			{
				matched: matched[index] ?? '',
				people: people[index] ?? '',
				list: listName(list, locale),
				of: listName(of, locale),
				rate: `${formatNumber(rate * 100, locale, { decimals: 1 })}%`
			},
			{ locale }
		)
	);
	const nobody = whole.length > 0 && whole.every((one) => one.matched === 0);
	return [
		...lines.map((line) => `  ${line}`),
		...(nobody ? [m.extract_summary_no_match({}, { locale })] : [])
	];
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
	const matches = matchLines(result.matches, args.lang);
	return [
		rowsText(result.loaded, args.lang),
		...(matches.length > 0 ? [m.extract_summary_match_title({}, at), ...matches, ''] : []),
		...(result.loaded.refusedByRule.length > 0
			? [m.extract_summary_refused_file({ file: files.refused }, at)]
			: []),
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
