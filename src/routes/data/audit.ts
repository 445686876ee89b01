import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import {
	type AttackFigures,
	type AuditReport,
	CHECKS,
	type CheckResult
} from '$lib/protect/audit/report';
import { checkName, checkSentence, verdictWord } from '$lib/protect/audit/words';

/** The audit of an extract in words. */
export interface AuditShown {
	/** How it ended, in a sentence. */
	result: string;
	checks: {
		id: number;
		name: string;
		verdict: CheckResult['verdict'];
		word: string;
		found: string;
	}[];
	/** What the attacker narrowed before and after the withholding, and on plain suppression. */
	attacker: { label: string; rate: string }[];
	withheld: string[];
}

/** Every check, also one that the report does not have: that one has not been run. */
export function auditShown(audit: Partial<AuditReport>, locale: Locale): AuditShown {
	const results = CHECKS.map(({ id, name }) => {
		const result = audit.checks?.find((one) => one.name === name);
		const verdict = result?.verdict ?? 'not_run';
		return {
			id,
			name: checkName(name, locale),
			verdict,
			word: verdictWord(verdict, locale),
			found: result ? checkSentence(result, locale) : m.protection_audit_not_here({}, { locale })
		};
	});
	return {
		result: resultWords(
			results.map(({ verdict }) => verdict),
			locale
		),
		checks: results,
		attacker: attackerWords(audit, locale),
		withheld: withheldWords(audit, locale)
	};
}

function resultWords(verdicts: readonly CheckResult['verdict'][], locale: Locale): string {
	const all = formatNumber(verdicts.length, locale);
	const count = (verdict: CheckResult['verdict']) =>
		verdicts.filter((one) => one === verdict).length;
	const [failed, waiting] = [count('failed'), count('not_run')];
	if (failed > 0)
		return m.protection_audit_failed({ count: formatNumber(failed, locale), all }, { locale });
	return waiting > 0
		? m.protection_audit_none({ count: formatNumber(waiting, locale), all }, { locale })
		: m.protection_audit_all({ all }, { locale });
}

function attackerWords({ attacker }: Partial<AuditReport>, locale: Locale) {
	if (!attacker) return [];
	const rate = ({ rate: share, narrowed, cells }: AttackFigures) =>
		m.protection_audit_rate(
			{
				share: `${formatNumber(100 * share, locale, { decimals: 2 })}%`,
				narrowed: formatNumber(narrowed, locale),
				cells: formatNumber(cells, locale)
			},
			{ locale }
		);
	return [
		{ label: m.protection_audit_before({}, { locale }), rate: rate(attacker.before) },
		{ label: m.protection_audit_after({}, { locale }), rate: rate(attacker.after) },
		{ label: m.protection_audit_suppressed({}, { locale }), rate: rate(attacker.suppressed) }
	];
}

function withheldWords({ withheld, blocks }: Partial<AuditReport>, locale: Locale): string[] {
	const number = (value: number) => formatNumber(value, locale);
	return [
		...(blocks
			? [
					m.protection_audit_blocks(
						{ sampled: number(blocks.sampled), all: number(blocks.all) },
						{ locale }
					)
				]
			: []),
		...(withheld
			? [
					m.protection_audit_withheld(
						{
							cells: number(withheld.cells),
							layers: number(withheld.layers),
							blocks: number(withheld.blocks)
						},
						{ locale }
					)
				]
			: [])
	];
}
