import type { Interval } from './interval';

/** How a figure stands to its target. */
export type PaceStatus =
	'reached' | 'on_pace' | 'behind' | 'pace_unknown' | 'uncounted' | 'no_target';

/** A value at a date, with between which values the true one lies. */
export interface Measured extends Interval {
	value: number;
	/** ISO date of the last day that it speaks of. */
	date: string;
}

export interface Target {
	value: number;
	/** ISO date by which it is to be reached. */
	date: string;
	/** Whether more is better (members) or less (poverty). */
	direction: 'at_least' | 'at_most';
}

export interface Pace {
	status: PaceStatus;
	/** Whether every value inside the bounds gives the same status. */
	sure: boolean;
	/** Change a month over the time between the two figures; null without two of them. */
	done: number | null;
	/** Change a month still needed until the target's date; null where there is none or it has passed. */
	needed: number | null;
}

const MONTH = 365.25 / 12;

/**
 * The change of the last months against the change still needed to reach a target by its date. Reached
 * is reached. Else it is on pace if what was done a month, kept up, reaches the target in time; what
 * has no earlier figure, or whose date has passed, is behind.
 * @param actual the newest figure; null where nothing has been counted
 * @param before the figure of about twelve months earlier; null where there is none
 */
export function paceOf(
	actual: Measured | null,
	before: Measured | null,
	target: Target | null
): Pace {
	const done =
		actual && before
			? (actual.value - before.value) / monthsBetween(before.date, actual.date)
			: null;
	if (actual === null) return { status: 'uncounted', sure: true, done: null, needed: null };
	if (target === null) return { status: 'no_target', sure: true, done, needed: null };
	const status = (now: number, then: number | null) =>
		statusOf({ now, then, actual, before, target });
	const [worst, best] =
		target.direction === 'at_least'
			? [status(actual.low, before?.high ?? null), status(actual.high, before?.low ?? null)]
			: [status(actual.high, before?.low ?? null), status(actual.low, before?.high ?? null)];
	const left = monthsBetween(actual.date, target.date);
	return {
		status: status(actual.value, before?.value ?? null),
		sure: worst === best,
		done,
		needed: left > 0 ? (target.value - actual.value) / left : null
	};
}

function statusOf(at: {
	now: number;
	then: number | null;
	actual: Measured;
	before: Measured | null;
	target: Target;
}): PaceStatus {
	const { now, then, actual, before, target } = at;
	const sign = target.direction === 'at_least' ? 1 : -1;
	const missing = sign * (target.value - now);
	if (missing <= 0) return 'reached';
	const left = monthsBetween(actual.date, target.date);
	if (left <= 0) return 'behind';
	if (then === null || before === null) return 'pace_unknown';
	const done = (sign * (now - then)) / monthsBetween(before.date, actual.date);
	return done * left >= missing ? 'on_pace' : 'behind';
}

function monthsBetween(from: string, until: string): number {
	return (Date.parse(until) - Date.parse(from)) / 86_400_000 / MONTH;
}
