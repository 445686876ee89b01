import { MARGIN, UNKNOWN, WAITING_BANDS, type WaitingBand } from '../dimension';

/** A middle waiting time read from bands. */
export interface MedianWait {
	/** Months; null where the middle one waited in the open band: then it is its start or more. */
	months: number | null;
	/** The band in which the middle one waited. */
	band: WaitingBand;
	/** Whether it stays the middle band, however many people the withheld bands hold and whatever rounding has hidden. */
	sure: boolean;
}

interface Band {
	band: WaitingBand;
	from: number;
	/** First month that is no longer in it; null of the open band. */
	until: number | null;
}

const BANDS: readonly Band[] = WAITING_BANDS.filter(
	(band) => band !== MARGIN && band !== UNKNOWN
).map((band) => {
	const [from = '0', last] = band.replace('+', '').split('-');
	return { band, from: Number(from), until: last === undefined ? null : Number(last) + 1 };
});

/** From which completed month a band reaches to before which; null of one that is no span of months. */
export function bandEnds(band: WaitingBand): { from: number; until: number | null } | null {
	const found = BANDS.find((one) => one.band === band);
	return found ? { from: found.from, until: found.until } : null;
}

/**
 * The median waiting time from counts by band: linear within the band that holds the middle person (a
 * band of completed months 6-11 reaches from 6 to 12). People of whom the waiting time is unknown are
 * left out.
 * @param counts people by band; null where withheld
 * @param most people that a withheld band may hold at most
 * @param bound by how much a published count may be off
 * @returns null where no band is published
 */
export function medianWait(
	counts: Readonly<Partial<Record<WaitingBand, number | null>>>,
	most: number,
	bound = 0
): MedianWait | null {
	const middle = middleOf(counts, (_, size) => size ?? 0);
	if (middle === null) return null;
	const index = BANDS.indexOf(middle.band);
	const worst = (fuller: (at: number) => boolean) => (at: number, size: number | null) => {
		if (size === null) return fuller(at) ? most : 0;
		return Math.max(0, fuller(at) ? size + bound : size - bound);
	};
	const early = middleOf(
		counts,
		worst((at) => at < index)
	);
	const late = middleOf(
		counts,
		worst((at) => at > index)
	);
	return {
		months: middle.months,
		band: middle.band.band,
		sure: early?.band === middle.band && late?.band === middle.band
	};
}

function middleOf(
	counts: Readonly<Partial<Record<WaitingBand, number | null>>>,
	sizeOf: (index: number, published: number | null) => number
): { months: number | null; band: Band } | null {
	const sizes = BANDS.map(({ band }, index) => sizeOf(index, counts[band] ?? null));
	const half = sizes.reduce((sum, size) => sum + size, 0) / 2;
	if (half === 0) return null;
	let before = 0;
	for (const [index, band] of BANDS.entries()) {
		const size = sizes[index] ?? 0;
		if (size > 0 && before + size >= half) {
			if (band.until === null) return { months: null, band };
			return { months: band.from + ((half - before) / size) * (band.until - band.from), band };
		}
		before += size;
	}
	return null;
}
