import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import type { Interval } from '$lib/model/statistics/interval';
import type { Gap } from '$lib/model/statistics/standardise';
import type { GapRow, GapVerdict } from './answer';
import { pointsText } from './points-text';

/**
 * Where most of a gap is, whatever the withheld groups hold: more than half of it in one part, less all
 * that is not divided.
 * @param gap of the higher rate against the lower
 */
export function verdictOf({ gap, rates, composition, rest, open, withheld }: Gap): GapVerdict {
	const undivided = Math.max(Math.abs(open.low), Math.abs(open.high), Math.abs(rest));
	if (rates - undivided > gap / 2) return 'rates';
	if (composition - undivided > gap / 2) return 'composition';
	const hangs = withheld.length > 0 && Math.max(rates, composition) + undivided > gap / 2;
	return hangs ? 'open' : 'both';
}

/** As tables write it: in percentage points with one decimal. */
function written(share: number): number {
	return Math.round(1000 * share) / 10;
}

/** Whether both ends are written as nothing. */
export function isNothing({ low, high }: Interval): boolean {
	return written(low) === 0 && written(high) === 0;
}

/** How much of the gap goes with the mix of groups, how much remains at an equal mix, what is open. */
export function gapSentence(
	{ gap, rates, composition, rest, open, withheld }: Gap,
	words: { label: string; second: string },
	locale: Locale
): string {
	const at = { locale };
	const say = (share: number) => pointsText(100 * share, locale);
	const inputs = { by: words.label, second: words.second, gap: say(gap), rates: say(rates) };
	const size = { mix: say(Math.abs(composition)) };
	const told = () => {
		if (written(rates) < 0)
			return written(composition) > 0
				? m.compare_gap_says_turned({ ...inputs, ...size, rates: say(-rates) }, at)
				: m.compare_gap_says_unexplained(inputs, at);
		if (written(composition) < 0) return m.compare_gap_says_against({ ...inputs, ...size }, at);
		if (written(composition) === 0) return m.compare_gap_says_none(inputs, at);
		return m.compare_gap_says_mix({ ...inputs, ...size }, at);
	};
	if (withheld.length === 0) return told();
	const ends = { rest: say(rest), low: say(open.low), high: say(open.high) };
	if (written(rest) !== 0) return `${told()} ${m.compare_gap_says_open(ends, at)}`;
	// Nothing is left over; what withheld groups may shift is said where it is more than nothing.
	return isNothing(open) ? told() : `${told()} ${m.compare_gap_says_shift(ends, at)}`;
}

const CONCLUSIONS = {
	composition: m.compare_gap_mostly_mix,
	both: m.compare_gap_both,
	rates: m.compare_gap_mostly_rates,
	open: m.compare_gap_hangs
} as const satisfies Record<GapVerdict, unknown>;

/** What follows from all divisions: those of one verdict in one sentence. */
export function concludeGap(
	rows: readonly Pick<GapRow, 'label' | 'verdict'>[],
	locale: Locale
): string {
	const list = new Intl.ListFormat(locale, { type: 'conjunction' });
	return (Object.keys(CONCLUSIONS) as GapVerdict[])
		.flatMap((verdict) => {
			const by = rows.filter((row) => row.verdict === verdict).map(({ label }) => label);
			return by.length === 0 ? [] : [CONCLUSIONS[verdict]({ by: list.format(by) }, { locale })];
		})
		.join(' ');
}
