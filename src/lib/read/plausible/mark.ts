import { type Flag, periodKey } from '$lib/model';
import type { PlacedFigure } from '../figures';

/** A figure that is not believed as it stands, and what it was held against. */
export interface Doubt {
	figure: PlacedFigure;
	flag: Flag;
	/** The value or values it does not go with, in base units. */
	against: number[];
	/** Where those stand: periods or regions, as the flag needs them. */
	where: string[];
}

/** Figures in groups that share a key. */
export function groupBy(figures: readonly PlacedFigure[], key: (figure: PlacedFigure) => string) {
	const groups = new Map<string, PlacedFigure[]>();
	for (const figure of figures) {
		const name = key(figure);
		const group = groups.get(name);
		if (group) group.push(figure);
		else groups.set(name, [figure]);
	}
	return groups;
}

export function placeKey(figure: PlacedFigure): string {
	return `${figure.indicator} ${figure.region} ${periodKey(figure.period)}`;
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	const high = sorted[Math.floor(middle)] ?? 0;
	return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? high)) / 2;
}

/** How many times larger the larger of two positive values is. */
export function timesApart(a: number, b: number): number {
	return a > b ? a / b : b / a;
}
