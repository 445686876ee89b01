import type { LineSeries } from '../model';
import type { Palette } from './palette';

/** How a line is told from others: colour, and dash and shape for those who do not see the colour. */
export interface Stroke {
	color: string;
	width: number;
	dash: number[] | 'solid';
	symbol: string;
	z: number;
}

const DASHES: readonly (number[] | 'solid')[] = [
	'solid',
	[7, 3],
	[2, 3],
	[9, 3, 2, 3],
	[12, 4],
	[4, 2, 1, 2, 1, 2]
];

const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'] as const;

export function strokeOf(line: LineSeries, palette: Palette): Stroke {
	const apart = line.apart ? [3, 3] : null;
	if (line.role === 'chosen')
		return {
			color: palette.accent,
			width: 2.5,
			dash: apart ?? 'solid',
			symbol: 'circle',
			z: 5
		};
	if (line.category === null)
		return { color: palette.grey, width: 1.5, dash: apart ?? 'solid', symbol: 'circle', z: 3 };
	const index = line.category - 1;
	return {
		color: palette.category[index] ?? palette.grey,
		width: 2,
		dash: apart ?? DASHES[index] ?? 'solid',
		symbol: SYMBOLS[index] ?? 'circle',
		z: 4
	};
}
