import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import type { CheckName, CheckResult } from './report';

export function checkName(name: CheckName, locale: Locale): string {
	const at = { locale };
	switch (name) {
		case 'multiples':
			return m.audit_check_multiples({}, at);
		case 'distance':
			return m.audit_check_distance({}, at);
		case 'bias':
			return m.audit_check_bias({}, at);
		case 'same_people':
			return m.audit_check_same_people({}, at);
		case 'another_key':
			return m.audit_check_another_key({}, at);
		case 'small_counts':
			return m.audit_check_small_counts({}, at);
		case 'attacker':
			return m.audit_check_attacker({}, at);
		case 'averaging':
			return m.audit_check_averaging({}, at);
		case 'differencing':
			return m.audit_check_differencing({}, at);
		case 'canary':
			return m.audit_check_canary({}, at);
		case 'identifiers':
			return m.audit_check_identifiers({}, at);
	}
}

export function verdictWord(verdict: CheckResult['verdict'], locale: Locale): string {
	const at = { locale };
	if (verdict === 'passed') return m.audit_verdict_passed({}, at);
	return verdict === 'failed' ? m.audit_verdict_failed({}, at) : m.audit_verdict_not_run({}, at);
}

/** What a check found, with its figures, as a sentence. Of one that did not run: why. */
export function checkSentence({ name, verdict, figures }: CheckResult, locale: Locale): string {
	const at = { locale };
	const count = (figure: string) => formatNumber(figures[figure] ?? 0, locale);
	const number = (figure: string, decimals: number) =>
		formatNumber(figures[figure] ?? 0, locale, { decimals });
	const share = (figure: string) => {
		const percent = (figures[figure] ?? 0) * 100;
		// A few in ten thousand are not none.
		const decimals = percent > 0 && percent < 0.1 ? 3 : 1;
		return `${formatNumber(percent, locale, { decimals })}%`;
	};
	if (verdict === 'not_run')
		return Object.keys(figures).length === 0
			? m.audit_not_run_raw({}, at)
			: m.audit_not_run_few({}, at);
	switch (name) {
		case 'multiples':
			return m.audit_said_multiples({ cells: count('cells'), odd: count('odd') }, at);
		case 'distance':
			return m.audit_said_distance({ farthest: count('farthest'), far: count('far') }, at);
		case 'bias': {
			const [mean, errors, chance] = [number('mean', 3), number('errors', 1), number('chance', 3)];
			return m.audit_said_bias({ mean, cells: count('cells'), errors, chance }, at);
		}
		case 'same_people': {
			const { unlike = 0, unlike_sets = 0, unlike_recounted = 0 } = figures;
			const all = formatNumber(unlike + unlike_sets + unlike_recounted, locale);
			const compared = { compared: count('compared'), recounted: count('recounted') };
			return m.audit_said_same_people({ ...compared, unlike: all }, at);
		}
		case 'another_key':
			return m.audit_said_another_key({ share: share('share') }, at);
		case 'small_counts':
			return m.audit_said_small_counts({ tiny: count('tiny'), small: count('small') }, at);
		case 'attacker': {
			const tried = { cells: count('cells'), blocks: count('blocks'), unsolved: count('unsolved') };
			if (figures.suppressed === undefined)
				return m.audit_said_attacker_artefacts(
					{ ...tried, before: share('before'), contradicted: count('contradicted') },
					at
				);
			const rates = { before: share('before'), after: share('after') };
			return m.audit_said_attacker({ ...tried, ...rates, suppressed: share('suppressed') }, at);
		}
		case 'averaging': {
			const left = { least: number('least', 2), median: number('median', 2) };
			return m.audit_said_averaging({ ...left, below: count('below') }, at);
		}
		case 'differencing': {
			const few = { near: count('near'), fewest: count('fewest') };
			return m.audit_said_differencing({ ...few, exposed: count('exposed') }, at);
		}
		case 'canary': {
			const changed = { changed: count('changed'), outside: count('outside') };
			return m.audit_said_canary({ ...changed, unmoved: count('unmoved') }, at);
		}
		case 'identifiers':
			return m.audit_said_identifiers({ files: count('files'), findings: count('findings') }, at);
	}
}
