import { formatAmount, formatNumber } from '$lib/i18n/format';
import { getLocale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import { FEWEST, WINSORISED } from '$lib/model/statistics/funnel';
import { type MathNode, fraction, power, root, row, sub, sum } from '../mathml';
import type { Method } from '../method';
import { pagesUsed } from '../pages-used';
import { REFERENCES } from '../references';

const part = sub('a', 'i');
const whole = sub('N', 'i');
const score = sub('z', 'i');

/** Variance that the rounding adds to the mean at a size. */
function noise(size: MathNode | string): MathNode {
	return fraction(row('v ( 1 +', power('π', '2'), ')'), power(size, '2'));
}

/** Which places stand above or below what chance allows. */
export function funnel(): Method {
	const locale = getLocale();
	const share = formatAmount(100 * WINSORISED, 'percent', locale, { decimals: 0 });
	return {
		id: 'corong',
		answers: m.method_funnel_answers(),
		formulas: [
			{
				name: m.method_funnel_mean(),
				words: m.method_funnel_mean_words(),
				math: row('π =', fraction(row(sum('i'), part), row(sum('i'), whole)))
			},
			{
				name: m.method_funnel_score(),
				words: m.method_funnel_score_words(),
				math: row(
					score,
					'=',
					fraction(
						row(part, '/', whole, '− π'),
						root(row(fraction('π ( 1 − π )', whole), '+', noise(whole)))
					)
				)
			},
			{
				name: m.method_funnel_spread(),
				words: m.method_funnel_spread_words({ share }),
				math: row('Φ = max ( 1 ,', fraction('1', 'n'), sum('i'), power(score, '2'), ')')
			},
			{
				name: m.method_funnel_limit(),
				words: m.method_funnel_limit_words(),
				math: row(
					'π ±',
					root(row('Φ (', power(row('( q − π )'), '2'), '+', power('u', '2'), noise('N'), ')'))
				)
			}
		],
		letters: [
			{ letter: row('i'), means: m.method_letter_place() },
			{ letter: part, means: m.method_letter_place_part() },
			{ letter: row(whole, ', N'), means: m.method_letter_place_whole() },
			{ letter: row('π'), means: m.method_letter_mean() },
			{ letter: score, means: m.method_letter_score() },
			{ letter: row('v'), means: m.method_letter_variance() },
			{ letter: row('Φ'), means: m.method_letter_dispersion() },
			{ letter: row('n'), means: m.method_letter_places() },
			{ letter: row('q'), means: m.method_letter_quantile() },
			{ letter: row('u'), means: m.method_letter_limit_normal() }
		],
		remarks: [
			m.method_funnel_levels(),
			m.method_funnel_few({ fewest: formatNumber(FEWEST, locale) })
		],
		withheld: m.method_funnel_withheld(),
		fromLists: true,
		used: pagesUsed('/program/kmp/', '/program/kjmis/'),
		references: [REFERENCES.spiegelhalter]
	};
}
