import type { PlacedFigure } from '../figures';
import { type Doubt, groupBy, placeKey } from './mark';

/** How many of the contradicting values a report names. */
const SHOWN = 3;

/** A share above 100 per cent. */
export function overHundred(figures: readonly PlacedFigure[]): Doubt[] {
	return figures
		.filter(({ unit, value }) => unit === 'percent' && value !== null && value > 100)
		.map((figure) => ({ figure, flag: 'over_hundred', against: [100], where: [] }));
}

/** One region and period stated twice with different values: none of them is believed. */
export function conflicts(figures: readonly PlacedFigure[]): Doubt[] {
	return [...groupBy(figures, placeKey).values()].flatMap((group) => {
		const values = [...new Set(group.flatMap(({ value }) => value ?? []))];
		if (values.length < 2) return [];
		return group
			.filter(({ value }) => value !== null)
			.map((figure) => ({
				figure,
				flag: 'conflict' as const,
				against: values
					.slice(0, SHOWN + 1)
					.filter((value) => value !== figure.value)
					.slice(0, SHOWN),
				where: []
			}));
	});
}

/**
 * The figures without identical repeats, and without a missing one where another row has the value.
 * @returns the figures, and how many rows said what another had said
 */
export function withoutRepeats(figures: readonly PlacedFigure[]): {
	figures: PlacedFigure[];
	repeats: number;
} {
	const kept: PlacedFigure[] = [];
	for (const group of groupBy(figures, placeKey).values()) {
		const seen = new Set<number | null>();
		const valued = group.some(({ value }) => value !== null);
		for (const figure of group) {
			if (seen.has(figure.value) || (valued && figure.value === null)) continue;
			seen.add(figure.value);
			kept.push(figure);
		}
	}
	const order = new Map(figures.map((figure, at) => [figure, at]));
	kept.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
	return { figures: kept, repeats: figures.length - kept.length };
}
