import { m } from '$lib/i18n/paraglide/messages';
import { row, sub } from '../mathml';
import type { Method } from '../method';
import { pagesUsed } from '../pages-used';
import { REFERENCES } from '../references';

/** Which ranks a place may still have. */
export function ranks(): Method {
	const [first, last] = [sub('F', 'i'), sub('E', 'i')];
	return {
		id: 'peringkat',
		answers: m.method_ranks_answers(),
		formulas: [
			{
				name: m.method_ranks_first(),
				words: m.method_ranks_first_words(),
				math: row(first, '= 1 + # { j :', sub('l', 'j'), '>', sub('h', 'i'), '}')
			},
			{
				name: m.method_ranks_last(),
				words: m.method_ranks_last_words(),
				math: row(last, '= n − # { j :', sub('h', 'j'), '<', sub('l', 'i'), '}')
			}
		],
		letters: [
			{ letter: row(first, ',', last), means: m.method_letter_ranks() },
			{ letter: row('#'), means: m.method_letter_number() },
			{ letter: row('i'), means: m.method_letter_place() },
			{ letter: row('j'), means: m.method_letter_other() },
			{ letter: row(sub('l', 'i'), ',', sub('h', 'i')), means: m.method_letter_interval() },
			{ letter: row('n'), means: m.method_letter_places() }
		],
		remarks: [m.method_ranks_joint()],
		withheld: m.method_ranks_withheld(),
		fromLists: true,
		used: pagesUsed('/cakupan/', '/program/kmp/', '/program/kjmis/'),
		references: [REFERENCES.klein]
	};
}
