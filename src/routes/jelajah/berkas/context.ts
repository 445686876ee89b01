import type { TilePlace } from '$lib/chart/build/shaded';
import type { ChartSource } from '$lib/chart/model';
import type { Period, RegionCode, Unit } from '$lib/model';
import type { RegionReference } from '$lib/read/region';

/** A published indicator that a file can be set beside, in its one period with most places. */
export interface PublishedChoice {
	id: string;
	name: string;
	unit: Unit;
	period: Period;
	sources: ChartSource[];
}

/** What the page knows before a file is opened. */
export interface OwnContext {
	reference: RegionReference;
	choices: PublishedChoice[];
	/** All 514, each in its tile. */
	places: TilePlace[];
	provinceNames: Record<RegionCode, string>;
}
