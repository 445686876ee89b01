import { m } from '$lib/i18n/paraglide/messages';
import { fraction, power, row } from '../mathml';
import type { Method } from '../method';
import { pagesUsed } from '../pages-used';
import { REFERENCES } from '../references';

/** Whether two percentages differ by more than chance. */
export function interval(): Method {
	return {
		id: 'selang',
		answers: m.method_interval_answers(),
		formulas: [
			{
				name: m.method_interval_wilson(),
				words: m.method_interval_wilson_words(),
				math: row(
					power(row('(', fraction('a', 'N'), '− θ )'), '2'),
					'=',
					power('z', '2'),
					'(',
					fraction('θ ( 1 − θ )', 'N'),
					'+',
					fraction(row('v ( 1 +', power('θ', '2'), ')'), power('N', '2')),
					')'
				)
			},
			{
				name: m.method_interval_variance(),
				words: m.method_interval_variance_words(),
				math: row('v =', fraction(row(power('k', '2'), '− 1'), '6'))
			},
			{
				name: m.method_interval_joint(),
				words: m.method_interval_joint_words(),
				math: row('λ =', power('L', '1 / m'))
			}
		],
		letters: [
			{ letter: row('θ'), means: m.method_letter_end() },
			{ letter: row('a'), means: m.method_letter_part() },
			{ letter: row('N'), means: m.method_letter_whole() },
			{ letter: row('z'), means: m.method_letter_normal() },
			{ letter: row('v'), means: m.method_letter_variance() },
			{ letter: row('k'), means: m.method_letter_multiple() },
			{ letter: row('λ'), means: m.method_letter_level() },
			{ letter: row('L'), means: m.method_letter_joint_level() },
			{ letter: row('m'), means: m.method_letter_intervals() }
		],
		remarks: [m.method_interval_differ()],
		withheld: m.method_interval_withheld(),
		fromLists: true,
		used: pagesUsed(
			'/',
			'/cakupan/',
			'/bandingkan/',
			'/wilayah/',
			'/program/kmp/',
			'/program/kjmis/',
			'/program/jakarta/'
		),
		references: [REFERENCES.wilson, REFERENCES.newcombe, REFERENCES.sidak, REFERENCES.schenker]
	};
}
