import type { ChartModel, ChartSource } from '$lib/chart/model';
import type { AskedQuery } from '$lib/engine/asked';
import type { Figure, PlaceCode, RegionCode } from '$lib/model';
import type { PriorityRegency } from './priority-regency';
import type { ProvinceCoverage } from './province-coverage';
import type { StageMatrix } from './stage-matrix';

/** What is known of a list of districts, as the page was sent with it. Plain data. */
export interface PriorityList {
	/** The list as a place. */
	place: PlaceCode;
	rows: readonly PriorityRegency[];
	/** Districts of which a source states any stage. */
	staged: readonly RegionCode[];
	/** Null where no source states any. */
	published: StageMatrix | null;
	/** Null where the site has no extract that knows of stages. */
	extract: StageMatrix | null;
	bars: BarsAround;
}

/** What stands around the bars of the districts. */
export interface BarsAround {
	/** The country at the same time; null where its figure is not known. */
	nation: { label: string; figure: Figure } | null;
	/** By the id of a source. */
	sources: Readonly<Record<string, ChartSource>>;
	/** What the sources of less certain figures say of themselves, by the id of a source. */
	cautions: Readonly<Record<string, string>>;
	/** What was asked for the figures of all. */
	queries: readonly AskedQuery[];
}

/** The part of it that lies in the chosen places. */
export interface PriorityAnswer {
	rows: readonly PriorityRegency[];
	/** Null where no rate has been published. */
	bars: ChartModel | null;
	coverage: readonly ProvinceCoverage[];
	published: StageMatrix | null;
	extract: StageMatrix | null;
}
