import { boundsIn } from '$lib/model';
import { comparable } from '../build/comparable';
import type { LineModel, LineSeries, MultiplesModel, PairsModel } from '../model';
import { type Scale, niceScale } from './scale';

/** Values that the scale must hold: all that are drawn and not flagged as implausible. */
function scaleValues(series: readonly LineSeries[]): number[] {
	return series.flatMap((line) =>
		line.figures.flatMap((figure) => {
			const value = comparable(figure);
			return value === null ? [] : [value, ...(boundsIn(figure) ?? [])];
		})
	);
}

export function lineScale({ series, fromZero }: LineModel): Scale {
	return niceScale(scaleValues(series), fromZero);
}

export function multiplesScale({ panels }: MultiplesModel): Scale {
	return niceScale(scaleValues(panels.flatMap((panel) => panel.series)), true, 2);
}

export function pairsScale({ pairs }: PairsModel): Scale {
	const figures = pairs.flatMap(({ before, after }) => [before, after]);
	return niceScale(
		figures.flatMap((figure) => comparable(figure) ?? []),
		true
	);
}
