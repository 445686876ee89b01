import type { Asking } from '$lib/answer/context';
import type { ChartPoint } from '$lib/chart/model';
import type { FilterChange } from '$lib/state/filtered.svelte';
import type { Filters } from '$lib/state/filters';

/** Answers filters: the same code at build, over native DuckDB, and in the browser. */
export type AnswerOf<Answer, Context> = (
	filters: Filters,
	asking: Asking & { context: Context }
) => Promise<Answer>;

/** What a page of filtered figures draws, and what its marks do. */
export interface Shown<Answer> {
	answer: Answer;
	/** What every chart of the page is given beside its model. */
	chart: {
		/** Said once the next answer is long in coming. */
		busy: string | undefined;
		/** Another answer is being computed. */
		waiting: boolean;
		/** The published counts as a file, for readers without JavaScript. */
		file: string;
		sourceHref: () => string;
	};
	/** Changes filters, as the sentence does. */
	change: (change: FilterChange) => void;
	/** Filters the page by the place of a mark, where it can tell of it. */
	choosePlace: (point: ChartPoint) => void;
	/** Filters the page by the groups of a mark. */
	chooseGroups: (point: ChartPoint) => void;
}
