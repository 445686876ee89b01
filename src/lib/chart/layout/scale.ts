/** A value axis: its ends, and the ticks between them. */
export interface Scale {
	min: number;
	max: number;
	ticks: readonly number[];
}

/**
 * An axis with about `count` steps of 1, 2, 2.5 or 5 times a power of ten.
 * @param fromZero the axis holds zero, as bars and shares must
 */
export function niceScale(values: readonly number[], fromZero: boolean, count = 4): Scale {
	// Where nothing is known an axis would be of numbers that nobody has.
	if (values.length === 0) return { min: 0, max: 1, ticks: fromZero ? [0] : [] };
	let low = fromZero ? 0 : Infinity;
	let high = fromZero ? 0 : -Infinity;
	for (const value of values) {
		low = Math.min(low, value);
		high = Math.max(high, value);
	}
	if (!Number.isFinite(low)) [low, high] = [0, 1];
	// Differences too small to be divided into steps are none.
	if (high - low < 1e-200) [low, high] = Math.abs(high) < 1e-200 ? [0, 0] : [high, high];
	if (low === high) [low, high] = low === 0 ? [0, 1] : [Math.min(low, 0), Math.max(high, 0)];
	const rough = (high - low) / count;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = (([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10) *
		power) as number;
	const from = Math.floor(low / step + 1e-9);
	const to = Math.ceil(high / step - 1e-9);
	const ticks: number[] = [];
	for (let at = from; at <= to; at += 1) ticks.push(Number((at * step).toPrecision(12)));
	return { min: ticks[0] ?? low, max: ticks[ticks.length - 1] ?? high, ticks };
}

/** Maps a value of the domain onto pixels, kept inside them. */
export function project(
	value: number,
	[low, high]: readonly [number, number],
	[from, to]: readonly [number, number]
): number {
	if (high === low) return (from + to) / 2;
	const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
	return from + share * (to - from);
}
