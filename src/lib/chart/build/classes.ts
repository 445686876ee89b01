import { formatAmount } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Locale, Unit } from '$lib/model';
import type { TileClass } from '../model';

const MOST_CLASSES = 7;

/** How the bounds between classes are found. */
export type ClassMethod =
	/** As many values in each class as the rounding of the bounds allows. */
	| 'quantile'
	/** Classes of one width: 1, 2, 2.5 or 5 times a power of ten. */
	| 'even'
	/**
	 * Of one width where most values lie: the lowest and the highest twentieth of them stretch no class, and
	 * fall into the first and the last, which are open.
	 */
	| 'middle';

/** Share of the values at either end that stretches no class. */
const TAIL = 0.05;

/**
 * Bounds between at most `count` classes, rising, each once. Empty where all values are equal.
 * @param values plausible values only: an implausible one would stretch the classes of all others
 */
export function findBounds(
	values: readonly number[],
	method: ClassMethod,
	count: number
): number[] {
	const sorted = [...values].sort((a, b) => a - b);
	const low = sorted[0];
	const high = sorted[sorted.length - 1];
	if (low === undefined || high === undefined || low === high) return [];
	const most = Math.max(1, Math.min(count, MOST_CLASSES));
	const bounds =
		method === 'quantile' ? quantiles(sorted, most) : evenBounds(...spanOf(sorted, method), most);
	return [...new Set(bounds)].filter((bound) => bound > low && bound <= high);
}

/** The values between which classes are cut; all of them where most are one and the same. */
function spanOf(sorted: readonly number[], method: 'even' | 'middle'): [number, number] {
	const all: [number, number] = [sorted[0] ?? 0, sorted[sorted.length - 1] ?? 0];
	if (method === 'even') return all;
	const middle: [number, number] = [quantile(sorted, TAIL), quantile(sorted, 1 - TAIL)];
	return middle[0] < middle[1] ? middle : all;
}

function evenBounds(low: number, high: number, count: number): number[] {
	const step = niceStep((high - low) / count, low, high, count);
	const bounds: number[] = [];
	const first = Math.floor(low / step) + 1;
	for (let at = first; at * step <= high && bounds.length < count - 1; at += 1)
		bounds.push(tidy(at * step));
	return bounds;
}

/** The smallest of 1, 2, 2.5, 5 × 10ⁿ that covers the range in `count` classes. */
function niceStep(rough: number, low: number, high: number, count: number): number {
	const power = 10 ** Math.floor(Math.log10(rough));
	const steps = [1, 2, 2.5, 5, 10, 20].map((factor) => factor * power);
	const fits = (step: number) => Math.floor(high / step) - Math.floor(low / step) < count;
	return steps.find((step) => step >= rough && fits(step)) ?? 50 * power;
}

/** A quantile of rising values (type 7 of Hyndman & Fan 1996). */
function quantile(sorted: readonly number[], share: number): number {
	const at = (sorted.length - 1) * share;
	const below = sorted[Math.floor(at)] ?? 0;
	const above = sorted[Math.ceil(at)] ?? below;
	return below + (above - below) * (at - Math.floor(at));
}

/** Quantiles, rounded to what the spacing of the values can bear. */
function quantiles(sorted: readonly number[], count: number): number[] {
	const low = sorted[0] ?? 0;
	const high = sorted[sorted.length - 1] ?? 0;
	const grain = 10 ** (Math.floor(Math.log10((high - low) / count)) - 1);
	const bounds: number[] = [];
	for (let part = 1; part < count; part += 1) {
		const value = quantile(sorted, part / count);
		bounds.push(tidy(Math.round(value / (grain * 5)) * grain * 5));
	}
	return bounds;
}

function tidy(value: number): number {
	return Number(value.toPrecision(12));
}

/** 1 for the lowest class: a bound belongs to the class above it. */
export function classOf(value: number, bounds: readonly number[]): number {
	return 1 + bounds.filter((bound) => value >= bound).length;
}

/** Classes with their counts and words, lowest first. */
export function toClasses(
	values: readonly number[],
	bounds: readonly number[],
	unit: Unit,
	locale: Locale
): TileClass[] {
	if (values.length === 0) return [];
	const low = values.reduce((a, b) => Math.min(a, b));
	const high = values.reduce((a, b) => Math.max(a, b));
	const decimals = Math.max(0, ...bounds.map(decimalsOf));
	const say = (value: number) => formatAmount(value, unit, locale, { decimals });
	return [low, ...bounds].map((from, index): TileClass => {
		const to = bounds[index] ?? high;
		const count = values.filter((value) => classOf(value, bounds) === index + 1).length;
		let label: string = m.chart_class_between({ from: say(from), to: say(to) }, { locale });
		if (bounds.length === 0) label = formatAmount(low, unit, locale);
		else if (index === 0) label = m.chart_class_under({ to: say(to) }, { locale });
		else if (index === bounds.length) label = m.chart_class_over({ from: say(from) }, { locale });
		return { from, to, label, count };
	});
}

function decimalsOf(value: number): number {
	return /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
}
