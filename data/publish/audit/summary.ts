import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import type { AuditReport } from '$lib/protect/audit';
import { checkName, checkSentence, verdictWord } from '$lib/protect/audit/words';

/** What `--help` prints. */
export function helpText(locale: Locale): string {
	const at = { locale };
	const options: [string, string][] = [
		['--raw FILE', m.audit_help_raw({}, at)],
		['--perturbation FILE', m.audit_help_perturbation({}, at)],
		['--every-block', m.audit_help_every_block({}, at)],
		['--json', m.audit_help_json({}, at)],
		['--lang id|en', m.audit_help_lang({}, at)]
	];
	return [
		m.audit_help_use({}, at),
		'',
		m.audit_help_what({}, at),
		'',
		...options.map(([option, meaning]) => `  ${option.padEnd(24)}${meaning}`),
		'',
		m.audit_help_exit({}, at)
	].join('\n');
}

/** The report for a person: each check with its verdict and figures, then what follows from them. */
export function summaryOf(folder: string, report: AuditReport, locale: Locale): string {
	const at = { locale };
	const { checks, withheld, blocks } = report;
	const failed = checks.filter(({ verdict }) => verdict === 'failed').length;
	const lines = checks.map((check) => {
		const head = `${String(check.id).padStart(2)}. ${checkName(check.name, locale)}: ${verdictWord(check.verdict, locale)}`;
		return `${head}\n    ${checkSentence(check, locale)}`;
	});
	const [sampled, all] = [formatNumber(blocks.sampled, locale), formatNumber(blocks.all, locale)];
	return [
		...lines,
		m.audit_sample({ sampled, all }, at),
		m.audit_withheld({ cells: formatNumber(withheld.cells, locale) }, at),
		failed === 0
			? m.audit_result_passed({ folder }, at)
			: m.audit_result_failed({ folder, count: String(failed) }, at)
	].join('\n');
}
