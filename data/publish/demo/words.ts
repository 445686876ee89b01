import { formatDate, formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { LISTS, type ListKind, type Locale } from '$lib/model';
import type { Demo } from '../../demo/make';

/** What `--help` prints. */
export function helpText(locale: Locale): string {
	const at = { locale };
	const options: [string, string][] = [
		['--people N', m.demo_help_people({}, at)],
		['--months M', m.demo_help_months({}, at)],
		['--seed S', m.demo_help_seed({}, at)],
		['--out DIR', m.demo_help_out({}, at)],
		['--regions priority|all', m.demo_help_regions({}, at)],
		['--until YYYY-MM', m.demo_help_until({}, at)],
		['--json', m.demo_help_json({}, at)],
		['--lang id|en', m.demo_help_lang({}, at)]
	];
	return [
		m.demo_help_use({}, at),
		'',
		m.demo_help_what({}, at),
		'',
		...options.map(([option, meaning]) => `  ${option.padEnd(24)}${meaning}`),
		'',
		m.demo_help_numbers({}, at)
	].join('\n');
}

function listName(list: ListKind, locale: Locale): string {
	switch (list) {
		case 'beneficiaries':
			return m.demo_list_beneficiaries({}, { locale });
		case 'members':
			return m.demo_list_members({}, { locale });
		case 'activities':
			return m.demo_list_activities({}, { locale });
	}
}

/** What was made, for a person. */
export function summaryOf({ files, truth }: Demo, out: string, locale: Locale): string {
	const at = { locale };
	const number = (value: number) => formatNumber(value, locale);
	const sum = (of: 'pkh' | 'both') => truth.overlap.reduce((total, row) => total + row[of], 0);
	return [
		m.demo_summary_made(
			{
				people: number(truth.people),
				regions: number(truth.codes.length),
				first: formatDate(truth.first, locale),
				last: formatDate(truth.last, locale),
				out
			},
			at
		),
		...LISTS.map((list) => {
			const { rows, refused, merged } = truth.lists[list];
			const counts = { rows: number(rows), refused: number(refused), merged: number(merged) };
			return `  ${m.demo_summary_list({ list: listName(list, locale), ...counts }, at)}`;
		}),
		m.demo_summary_overlap({ both: number(sum('both')), pkh: number(sum('pkh')) }, at),
		m.demo_summary_truth({ file: files.truth }, at)
	].join('\n');
}
