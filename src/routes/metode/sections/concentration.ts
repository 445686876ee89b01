import { m } from '$lib/i18n/paraglide/messages';
import { fraction, row, sub, sum } from '../mathml';
import type { Method } from '../method';
import { pagesUsed } from '../pages-used';
import { REFERENCES } from '../references';

/** Whether lower or higher deciles get more of the surplus. */
export function concentration(): Method {
	const [share, rank, people] = [sub('s', 'g'), sub('R', 'g'), sub('n', 'g')];
	return {
		id: 'pemusatan',
		answers: m.method_concentration_answers(),
		formulas: [
			{
				name: m.method_concentration_index(),
				words: m.method_concentration_index_words(),
				math: row('C = 2', sum('g'), share, rank, '− 1')
			},
			{
				name: m.method_concentration_rank(),
				words: m.method_concentration_rank_words(),
				math: row(
					rank,
					'=',
					fraction(
						row(sum('h < g'), sub('n', 'h'), '+', fraction(people, '2')),
						row(sum('h'), sub('n', 'h'))
					)
				)
			}
		],
		letters: [
			{ letter: row('C'), means: m.method_letter_index() },
			{ letter: row('g'), means: m.method_letter_decile() },
			{ letter: share, means: m.method_letter_decile_share() },
			{ letter: rank, means: m.method_letter_decile_rank() },
			{ letter: people, means: m.method_letter_decile_people() },
			{ letter: row('h < g'), means: m.method_letter_lower() },
			{ letter: row('h'), means: m.method_letter_every() }
		],
		remarks: [],
		withheld: m.method_concentration_withheld(),
		fromLists: true,
		used: pagesUsed('/program/kjmis/'),
		references: [REFERENCES.kakwani, REFERENCES.odonnell]
	};
}
