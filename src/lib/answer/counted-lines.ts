import type { SeriesInput } from '$lib/chart/build/series';
import { m } from '$lib/i18n/paraglide/messages';
import { type BoundedFigure, placeLevel } from '$lib/model';
import { withLists } from '$lib/protect/count/sets';
import { type Chosen, placeWords } from './chosen';
import type { Asking } from './context';
import { lineOf, reachedIn, reachedNote, sinceChange } from './reached';

/** Figures of the chosen places over time; of several places they are one. */
export interface CountedLine {
	key: string;
	label: string;
	/** Measures that the figures are made of: their lists are those that may not have come. */
	measures: readonly string[];
	/** In the order of time. */
	figures: readonly BoundedFigure[];
}

/** Lines that break where other districts had reported than before. */
export interface CountedLines {
	/** In the order in which they were given, the first in the accent. */
	series: SeriesInput[];
	/** The last figures of the first line that are of the same districts: only among them anything rose or fell. */
	told: readonly BoundedFigure[];
	notes: string[];
}

/**
 * Lines of the chosen places from the first period in which any has a figure: before that there was nothing
 * to withhold.
 */
export async function countedLines(
	lines: readonly CountedLine[],
	chosen: Chosen,
	asking: Asking
): Promise<CountedLines> {
	const begins = lines.flatMap(({ figures }) => {
		const first = figures.findIndex(({ value }) => value !== null);
		return first < 0 ? [] : [first];
	});
	const begin = begins.length === 0 ? 0 : Math.min(...begins);
	const covered = Object.keys(asking.context.names).filter(
		(code) => placeLevel(code) === 'regency'
	);
	const reached = await Promise.all(
		lines.map(async ({ measures, figures }) => {
			const rows = figures.slice(begin).map((figure) => ({ figure }));
			const lists = measures.flatMap((measure) => withLists(measure).lists);
			const byPlace = [{ place: chosen.places, rows }];
			const [own = []] = await reachedIn(byPlace, covered, lists, chosen.kind, asking);
			return own;
		})
	);
	const drawn = lines.map(({ key, label }, nth) => ({
		...{ key, label, role: nth === 0 ? ('chosen' as const) : ('compared' as const) },
		...lineOf(reached[nth] ?? [])
	}));
	return {
		series: drawn,
		told: sinceChange(reached[0] ?? []).map(({ figure }) => figure),
		notes: [
			m.answer_lines_break({}, { locale: asking.locale }),
			...notesOf(drawn, placeWords(chosen.places, asking), asking)
		]
	};
}

type Drawn = Pick<CountedLine, 'label' | 'figures'>;

/** Of how many districts the place's figures are, once where that is the same of all lines. */
function notesOf(lines: readonly Drawn[], place: string, { locale }: Asking): string[] {
	const noteOf = (name: string, { figures }: Drawn) => reachedNote(name, figures, locale);
	const notes = new Set(lines.map((line) => noteOf(place, line).join()));
	const [first] = lines;
	return first && notes.size === 1
		? noteOf(place, first)
		: lines.flatMap((line) => noteOf(line.label, line));
}
