import { formatNumber } from '$lib/i18n/format';
import { getLocale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import { fraction, row } from '../mathml';
import type { Formula, Method, Protected } from '../method';
import { pagesUsed } from '../pages-used';
import { REFERENCES } from '../references';

/** How far a published figure may be from the true one. */
export function bounds(protection: Protected): Method {
	const rounded = protection?.method !== 'perturbation_table';
	return {
		id: 'batas',
		answers: m.method_bounds_answers(),
		formulas: [...(rounded ? [rounding()] : []), ...ends()],
		letters: [
			{ letter: row('n'), means: m.method_letter_true_count() },
			{ letter: row('c'), means: m.method_letter_published() },
			...(rounded
				? [
						{ letter: row('P'), means: m.method_letter_chance() },
						{ letter: row('k'), means: m.method_letter_multiple() },
						{ letter: row('r'), means: m.method_letter_remainder() }
					]
				: []),
			{ letter: row('b'), means: m.method_letter_bound() },
			{ letter: row('a'), means: m.method_letter_part() },
			{ letter: row('N'), means: m.method_letter_whole() },
			{ letter: row('p'), means: m.method_letter_true_share() },
			{ letter: row('t'), means: m.method_letter_threshold() }
		],
		remarks: [numbers(protection)],
		withheld: m.method_bounds_withheld(),
		fromLists: true,
		used: pagesUsed(
			'/',
			'/cakupan/',
			'/bandingkan/',
			'/wilayah/',
			'/program/kmp/',
			'/program/kjmis/',
			'/program/tangga/',
			'/program/jakarta/'
		),
		references: [REFERENCES.fraser, REFERENCES.hundepool]
	};
}

function rounding(): Formula {
	return {
		name: m.method_bounds_round(),
		words: m.method_bounds_round_words(),
		math: row('P ( c = n − r + k ) =', fraction('r', 'k'))
	};
}

function ends(): Formula[] {
	return [
		{
			name: m.method_bounds_count(),
			words: m.method_bounds_count_words(),
			math: row('c − b ≤ n ≤ c + b')
		},
		{
			name: m.method_bounds_rate(),
			words: m.method_bounds_rate_words(),
			math: row(fraction('a − b', 'N + b'), '≤ p ≤', fraction('a + b', 'N − b'))
		},
		{
			name: m.method_bounds_below(),
			words: m.method_bounds_below_words(),
			math: row('p ≤', fraction('t − 1', 'N − b'))
		}
	];
}

/** The numbers of the rule, as the extract itself states them. */
function numbers(protection: Protected): string {
	if (protection === null) return m.method_bounds_no_extract();
	const say = (value: number) => formatNumber(value, getLocale());
	const inputs = {
		base: say(protection.base),
		bound: say(protection.bound),
		threshold: say(protection.threshold),
		least: say(protection.smallestDenominator)
	};
	return protection.method === 'perturbation_table'
		? m.method_bounds_numbers_table(inputs)
		: m.method_bounds_numbers(inputs);
}
