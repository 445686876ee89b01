import type { ChartModel } from '../model';
import { WIDE, heightOf } from './size';

/** Height in pixels that a letter takes of words beside a picture: of its line, by the letters in one. */
const SUMMARY = 26 / 36;
const SMALL = 22 / 42;

/** Half a line, which a note or a source leaves empty at its end. */
const REST = ' '.repeat(21);

/** How much larger a picture stands on a wide page than it was drawn. */
const SCALED = 1.1;

/** By so many pixels words may be longer than their picture: no more than a glance would notice. */
const SPARE = 64;

/**
 * Whether the words of a chart fit beside its picture. Where they are far longer they stand below it:
 * beside it they would leave an empty field under a low chart.
 */
export function fitBeside(model: ChartModel): boolean {
	const { summary, sources, notes } = model;
	const small = [...notes, ...sources.map(({ publisher, title }) => publisher + title)];
	const words = summary.length * SUMMARY + small.join(REST).length * SMALL;
	return words <= heightOf(model, WIDE) * SCALED + SPARE;
}
