import { m } from '$lib/i18n/paraglide/messages';
import { fraction, row, sub } from '../mathml';
import type { Method } from '../method';
import { pagesUsed } from '../pages-used';

/** Whether the pace of the last year reaches a target in time. */
export function pace(): Method {
	const [before, between] = [sub('x', '0'), sub('m', '0')];
	return {
		id: 'laju',
		answers: m.method_pace_answers(),
		formulas: [
			{
				name: m.method_pace_done(),
				words: m.method_pace_done_words(),
				math: row('d =', fraction(row('x −', before), between))
			},
			{
				name: m.method_pace_needed(),
				words: m.method_pace_needed_words(),
				math: row('e =', fraction('T − x', 'm'))
			},
			{
				name: m.method_pace_on(),
				words: m.method_pace_on_words(),
				math: row('d × m ≥ T − x')
			}
		],
		letters: [
			{ letter: row('d'), means: m.method_letter_done() },
			{ letter: row('e'), means: m.method_letter_needed() },
			{ letter: row('x'), means: m.method_letter_now() },
			{ letter: before, means: m.method_letter_before() },
			{ letter: between, means: m.method_letter_between() },
			{ letter: row('m'), means: m.method_letter_left() },
			{ letter: row('T'), means: m.method_letter_target() }
		],
		remarks: [m.method_pace_month()],
		withheld: m.method_pace_withheld(),
		fromLists: false,
		used: pagesUsed('/'),
		references: []
	};
}
