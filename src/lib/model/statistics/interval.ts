/** Between which values something lies; both ends are in it. */
export interface Interval {
	low: number;
	high: number;
}

/**
 * Whether two figures differ for sure: their intervals have no value in common. Where they meet, the
 * site says "tidak berbeda nyata". The rule errs on the side of caution: intervals of 95 percent that
 * just touch differ at far less than 5 percent (Schenker and Gentleman, "On judging the significance of
 * differences by examining the overlap between confidence intervals", 2001).
 */
export function differ(a: Interval, b: Interval): boolean {
	return a.low > b.high || b.low > a.high;
}
