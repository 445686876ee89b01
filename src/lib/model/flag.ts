/** Why a value that a file states is not believed as it stands. A flagged row is kept and marked. */
export const FLAGS = [
	/** A share above 100 percent. */
	'over_hundred',
	/** One region and period stated twice with different values. */
	'conflict',
	/** More than ten times larger or smaller than the neighbouring period. */
	'jump',
	/** A total that its parts contradict, or a part of such a total. */
	'total_mismatch',
	/** A zero that stands for "no figure": the area did not exist yet, or the round was not held. */
	'placeholder_zero',
	/** Far outside what the other areas, or the other periods of the area, read in the same table. */
	'outlier',
	/** The source says "about". */
	'approximate'
] as const;

export type Flag = (typeof FLAGS)[number];

/** Flags that make a value unfit for rankings, scales and shares. `approximate` is only a caution. */
const IMPLAUSIBLE: ReadonlySet<Flag> = new Set<Flag>([
	'over_hundred',
	'conflict',
	'jump',
	'total_mismatch',
	'placeholder_zero',
	'outlier'
]);

export function isFlag(text: string): text is Flag {
	return (FLAGS as readonly string[]).includes(text);
}

export function isImplausible(flag: Flag | null): boolean {
	return flag !== null && IMPLAUSIBLE.has(flag);
}
