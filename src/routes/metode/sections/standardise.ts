import { m } from '$lib/i18n/paraglide/messages';
import { type MathNode, fraction, row, sub, sum } from '../mathml';
import type { Formula, Letter, Method } from '../method';
import { pagesUsed } from '../pages-used';
import { REFERENCES } from '../references';

const of = (letter: string, place: 1 | 2, group = 'g') => sub(letter, `${place} ${group}`);
const [rateOne, rateTwo] = [of('r', 1), of('r', 2)];
const [sizeOne, sizeTwo] = [of('w', 1), of('w', 2)];
const [byRates, byMix, rest] = [sub('D', 'r'), sub('D', 'w'), sub('D', '0')];

/** What a percentage would be with another mix, and what a gap is made of. */
export function standardise(): Method {
	return {
		id: 'pembakuan',
		answers: m.method_standardise_answers(),
		formulas: [
			{
				name: m.method_standardise_direct(),
				words: m.method_standardise_direct_words(),
				math: row('r =', sum('g'), sub('W', 'g'), sub('r', 'g'))
			},
			...gap()
		],
		letters: letters(),
		remarks: [m.method_standardise_pairs(), m.method_standardise_verdict()],
		withheld: m.method_standardise_withheld(),
		fromLists: true,
		used: pagesUsed('/bandingkan/'),
		references: [REFERENCES.fleiss, REFERENCES.kitagawa]
	};
}

function gap(): Formula[] {
	return [
		{
			name: m.method_standardise_rates(),
			words: m.method_standardise_rates_words(),
			math: row(byRates, '=', sum('g'), '(', rateOne, '−', rateTwo, ')', half(sizeOne, sizeTwo))
		},
		{
			name: m.method_standardise_mix(),
			words: m.method_standardise_mix_words(),
			math: row(byMix, '=', sum('g'), '(', sizeOne, '−', sizeTwo, ')', half(rateOne, rateTwo))
		},
		{
			name: m.method_standardise_rest(),
			words: m.method_standardise_rest_words(),
			math: row(rest, '= (', sub('r', '1'), '−', sub('r', '2'), ') −', byRates, '−', byMix)
		},
		{
			name: m.method_standardise_open(),
			words: m.method_standardise_open_words(),
			math: row(ends('l', 'u'), '≤ O ≤', ends('u', 'l'))
		}
	];
}

function half(one: MathNode, other: MathNode): MathNode {
	return fraction(row(one, '+', other), '2');
}

/** One end of what withheld groups add: one place's bound less the other's. */
function ends(first: string, second: string): MathNode {
	const part = (letter: string, place: 1 | 2) =>
		fraction(of(letter, place, 'h'), sub('N', String(place)));
	return row(sum('h'), '(', part(first, 1), '−', part(second, 2), ')');
}

function letters(): Letter[] {
	return [
		{ letter: row('g'), means: m.method_letter_group() },
		{ letter: row('r'), means: m.method_letter_rate() },
		{ letter: sub('W', 'g'), means: m.method_letter_weight() },
		{ letter: sub('r', 'g'), means: m.method_letter_group_rate() },
		{ letter: row(rateOne, ',', rateTwo), means: m.method_letter_two_rates() },
		{ letter: row(sizeOne, ',', sizeTwo), means: m.method_letter_two_sizes() },
		{ letter: row(byRates, ',', byMix, ',', rest), means: m.method_letter_gap_parts() },
		{ letter: row('O'), means: m.method_letter_open() },
		{ letter: row('h'), means: m.method_letter_withheld() },
		{
			letter: row(of('l', 1, 'h'), ',', of('u', 1, 'h'), ',', '…'),
			means: m.method_letter_part_bounds()
		},
		{ letter: row(sub('N', '1'), ',', sub('N', '2')), means: m.method_letter_two_wholes() }
	];
}
