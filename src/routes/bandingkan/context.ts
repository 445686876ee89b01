import type { ExtractContext } from '$lib/answer/context';
import type { ChartSource } from '$lib/chart/model';
import type { PlaceCode } from '$lib/model';
import type { PublishedContext } from './published';

/** What the page of comparison knows before any question. Plain data. */
export interface CompareContext extends ExtractContext {
	/** The district most like each one, by its code: in the poverty rate, and in its PKH recipients. */
	peers: Record<PlaceCode, Peers>;
	/** The poverty figures that they were chosen by. */
	likeness: { year: number; source: Pick<ChartSource, 'id' | 'publisher'> } | null;
	/** Compared where nothing else was chosen. */
	fallback: readonly PlaceCode[];
	/** What sources have published, asked beside it. */
	published: PublishedContext;
}

export interface Peers {
	rate: PlaceCode | null;
	number: PlaceCode | null;
}
