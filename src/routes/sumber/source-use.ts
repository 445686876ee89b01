import type { Period, Source } from '$lib/model';
import type { SourceFigure } from '$lib/query/source-figures';

/** What one source gives of one indicator. */
export interface IndicatorUse {
	indicator: string;
	name: string;
	count: number;
	first: Period;
	last: Period;
	/** The figures themselves where they are few enough to be read; else empty. */
	figures: SourceFigure[];
}

export interface SourceUse {
	source: Source;
	uses: IndicatorUse[];
}

/** Up to this many figures of an indicator are written out; more are counted. */
const WRITTEN_OUT = 6;

/** Groups figures by the source they rest on. Sources without figures stay, with nothing under them. */
export function groupBySource(
	sources: readonly Source[],
	figures: readonly SourceFigure[]
): SourceUse[] {
	const groups = new Map<string, Map<string, SourceFigure[]>>();
	for (const figure of figures) {
		const indicators = groups.get(figure.sourceId) ?? new Map<string, SourceFigure[]>();
		groups.set(figure.sourceId, indicators);
		const list = indicators.get(figure.indicator) ?? [];
		indicators.set(figure.indicator, list);
		list.push(figure);
	}
	return sources.map((source) => ({
		source,
		uses: [...(groups.get(source.id) ?? [])].map(([indicator, list]) => summarise(indicator, list))
	}));
}

function summarise(indicator: string, figures: SourceFigure[]): IndicatorUse {
	const periods = figures
		.map((figure) => figure.period)
		.sort((a, b) => a.start.localeCompare(b.start) || a.end.localeCompare(b.end));
	const [first, last] = [periods[0], periods[periods.length - 1]];
	if (!first || !last) throw new Error(`no figures of ${indicator}`);
	return {
		indicator,
		name: figures[0]?.indicatorName ?? indicator,
		count: figures.length,
		first,
		last,
		figures: figures.length <= WRITTEN_OUT ? figures : []
	};
}
