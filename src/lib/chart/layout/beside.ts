import type { ChartModel } from '../model';
import { WIDE, heightOf } from './size';

/** Letters to a line, and the height of a line in pixels, of words beside a picture. */
const SUMMARY = { letters: 36, line: 26 };
const SMALL = { letters: 42, line: 22 };

/** How much larger a picture stands on a wide page than it was drawn. */
const SCALED = 1.1;

/** By so many pixels words may be longer than their picture: no more than a glance would notice. */
const SPARE = 64;

/**
 * Whether the words of a chart fit beside its picture. Where they are far longer they stand below it:
 * beside it they would leave an empty field under a low chart.
 */
export function fitBeside(model: ChartModel): boolean {
	const sources = model.sources.map(
		({ publisher, title, date }) => `${publisher}, ${title}${date ?? ''}`
	);
	const small = [...model.notes, sources.join('; ')];
	const states = model.states.length + model.certainties.length;
	const words =
		lines(model.summary, SUMMARY.letters) * SUMMARY.line +
		small.reduce((sum, text) => sum + lines(text, SMALL.letters), Math.ceil(states / 2)) *
			SMALL.line;
	return words <= heightOf(model, WIDE) * SCALED + SPARE;
}

function lines(text: string, letters: number): number {
	return Math.ceil(text.length / letters);
}
