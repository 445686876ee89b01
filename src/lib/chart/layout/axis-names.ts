import type { ScatterModel } from '../model-scatter';
import { wrapName } from './labels';
import { fontSize } from './size';

export interface AxisNames {
	/** Of the axis up, above the plot. */
	up: string[];
	/** Of the axis across, below its ticks. */
	across: string[];
	/** Room that both take. */
	height: number;
	line: number;
}

/** Names of both axes, broken into as many lines as the width asks for, each with its way to read it. */
export function axisNames(axes: ScatterModel['axes'], width: number): AxisNames {
	const font = fontSize(width);
	const up = wrapName(`↑ ${axes.up.label}`, width, font);
	const across = wrapName(`${axes.across.label} →`, width, font);
	const line = font + 4;
	return { up, across, line, height: Math.ceil((up.length + across.length) * line) };
}
