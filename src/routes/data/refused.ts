import { FAULTS_OF, LIST_RULES, type ListRule, listText, ruleText } from '$lib/lists';
import { m } from '$lib/i18n/paraglide/messages';
import { LISTS, type Locale } from '$lib/model';

/** Why a row may be refused, in words, and in which lists that can happen. */
export interface RefusedRule {
	rule: ListRule;
	message: string;
	hint: string;
	lists: string;
}

export interface RefusedGroup {
	kind: 'nik' | 'place' | 'value';
	rules: RefusedRule[];
}

function kindOf(rule: ListRule): RefusedGroup['kind'] {
	if (rule.startsWith('nik_') || rule === 'row_malformed') return 'nik';
	return /date|before|amount|decile/.test(rule) ? 'value' : 'place';
}

/** All reasons for which a row is refused, each once, grouped by what is wrong. */
export function refusedGroups(locale: Locale): RefusedGroup[] {
	const and = new Intl.ListFormat(locale, { type: 'unit' });
	const all = LIST_RULES.map((rule) => {
		const lists = LISTS.filter((list) => FAULTS_OF[list].some((fault) => fault.rule === rule));
		const names =
			lists.length === LISTS.length
				? m.protection_refused_all({}, { locale })
				: and.format(lists.map((list) => listText(list, locale)));
		return { rule, ...ruleText(rule, locale), lists: names };
	});
	return (['nik', 'place', 'value'] as const).map((kind) => ({
		kind,
		rules: all.filter(({ rule }) => kindOf(rule) === kind)
	}));
}
