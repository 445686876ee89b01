import type { ExtractContext } from '$lib/answer/context';
import type { TilePlace } from '$lib/chart/build/shaded';
import type { ListKind } from '$lib/model';

/** What the overview knows of an extract before it asks. */
export interface OverviewContext extends ExtractContext {
	/** Systems by id, with the paths of their pages. */
	programmes: Record<string, { name: string; page: string }>;
	/** All districts of the country, each in its tile. */
	places: readonly TilePlace[];
	provinceNames: ReadonlyMap<string, string>;
	/** Which districts of a place had sent all these lists of a month, by its first day, of how many it has. */
	received: (
		place: string,
		lists: readonly ListKind[],
		month: string
	) => { regions: readonly string[]; total: number };
}
