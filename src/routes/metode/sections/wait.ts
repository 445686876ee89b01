import { m } from '$lib/i18n/paraglide/messages';
import { fraction, row, sub, sum } from '../mathml';
import type { Method } from '../method';
import { pagesUsed } from '../pages-used';

/** How long people had stood on the step below. */
export function wait(): Method {
	return {
		id: 'median',
		answers: m.method_wait_answers(),
		formulas: [
			{
				name: m.method_wait_half(),
				words: m.method_wait_half_words(),
				math: row('H =', fraction('1', '2'), sum('g'), sub('n', 'g'))
			},
			{
				name: m.method_wait_median(),
				words: m.method_wait_median_words(),
				math: row('M = A +', fraction('H − B', 'n'), '( U − A )')
			}
		],
		letters: [
			{ letter: row('H'), means: m.method_letter_half() },
			{ letter: row(sub('n', 'g'), ', n'), means: m.method_letter_band() },
			{ letter: row('M'), means: m.method_letter_median() },
			{ letter: row('A , U'), means: m.method_letter_band_ends() },
			{ letter: row('B'), means: m.method_letter_band_before() }
		],
		remarks: [m.method_wait_band()],
		withheld: m.method_wait_withheld(),
		fromLists: true,
		used: pagesUsed('/program/tangga/'),
		references: []
	};
}
