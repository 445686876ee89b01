import type { Figure } from '$lib/model';
import { drawable } from '../build/point';
import type { ChartModel } from '../model';
import type { Scale } from './scale';
import { lineScale, multiplesScale, pairsScale } from './scales';

export type Beyond = 'above' | 'below';

/** Whether a value lies outside the scale: only one that is not believed can. */
export function beyondOf(figure: Figure, { min, max }: Pick<Scale, 'min' | 'max'>): Beyond | null {
	const value = drawable(figure);
	if (value === null) return null;
	if (value > max) return 'above';
	return value < min ? 'below' : null;
}

/** Which of both arrows a drawing has, for its legend. Bars write their value instead. */
export function beyondIn(model: ChartModel): Beyond[] {
	const scale = scaleOf(model);
	if (scale === null) return [];
	const found = new Set(model.points.map(({ figure }) => beyondOf(figure, scale)));
	return (['above', 'below'] as const).filter((side) => found.has(side));
}

function scaleOf(model: ChartModel): Scale | null {
	switch (model.kind) {
		case 'line':
			return lineScale(model);
		case 'multiples':
			return multiplesScale(model);
		case 'pairs':
			return model.look === 'dots' ? pairsScale(model) : null;
		default:
			return null;
	}
}
