import { m } from '$lib/i18n/paraglide/messages';
import { fraction, row } from '../mathml';
import type { Method } from '../method';
import { pagesUsed } from '../pages-used';
import { REFERENCES } from '../references';

/** How a cooperative's surplus is shared, by the calculator. */
export function shu(): Method {
	return {
		id: 'shu',
		answers: m.method_shu_answers(),
		formulas: [
			{
				name: m.method_shu_members(),
				words: m.method_shu_members_words(),
				math: row('A = S − C − F')
			},
			{
				name: m.method_shu_own(),
				words: m.method_shu_own_words(),
				math: row('J = A q', fraction('b', 'B'), '+ A ( 1 − q )', fraction('t', 'T'))
			}
		],
		letters: [
			{ letter: row('A'), means: m.method_letter_members() },
			{ letter: row('S'), means: m.method_letter_surplus() },
			{ letter: row('C , F'), means: m.method_letter_reserve_funds() },
			{ letter: row('J'), means: m.method_letter_own() },
			{ letter: row('q'), means: m.method_letter_by_purchases() },
			{ letter: row('b , B'), means: m.method_letter_purchases() },
			{ letter: row('t , T'), means: m.method_letter_savings() }
		],
		remarks: [m.method_shu_rounding()],
		withheld: m.method_shu_withheld(),
		fromLists: false,
		used: pagesUsed('/program/kjmis/'),
		references: [REFERENCES.law, REFERENCES.balinski]
	};
}
