import type { AskedQuery } from '$lib/engine/asked';
import type { Certainty } from '$lib/model/certainty';
import type { Source } from '$lib/model/catalogue';
import type { Figure } from '$lib/model/figure';
import type { Locale } from '$lib/model/locale';
import type { RegionCode } from '$lib/model/region';
import type { FigureState } from '$lib/model/state';
import type { Unit } from '$lib/model/unit';
import type { RankRange } from '$lib/model/statistics/ranks';
import type { FunnelModel } from './model-funnel';
import type { ScatterModel } from './model-scatter';

/**
 * What a chart says, before anything is drawn. Models are plain data (they survive JSON), hold every
 * word the reader meets, and are made by the builders in `build/`; nothing here knows of ECharts.
 */
export type ChartModel =
	| LineModel
	| BarsModel
	| TilesModel
	| PointsModel
	| AreasModel
	| MultiplesModel
	| PairsModel
	| FunnelModel
	| ScatterModel;

export type ChartKind = ChartModel['kind'];

/** The source line needs no more of a source than this. */
export type ChartSource = Pick<Source, 'id' | 'publisher' | 'title' | 'date'>;

/** What the page says of a chart, whatever its kind. Every builder takes it. */
export interface ChartFrame {
	/** Unique on the page; element ids are made from it. */
	id: string;
	locale: Locale;
	/** Says what is seen: "Cakupan PKH di Jawa Barat naik di 21 dari 27 daerah". */
	title: string;
	/** Unit and period: "Keluarga penerima per 100 orang miskin, 2017-2024". */
	subtitle: string;
	/** What is counted on the value axis. */
	unit: Unit;
	sources: readonly ChartSource[];
	notes?: readonly string[];
}

export interface ChartBase extends Required<ChartFrame> {
	/** What a reader who cannot see the chart is told of it; computed from its rows. */
	summary: string;
	/** States of the figures in it, each once, in the order of FIGURE_STATES. */
	states: readonly FigureState[];
	/** Whether a figure in it carries a flag that makes it implausible. */
	implausible: boolean;
	/** Certainties below high of the figures in it, the surer first, with how many have each. */
	certainties: readonly { certainty: Certainty; count: number }[];
	table: ChartTable;
	/** What was asked for the figures in it; none where they come from no dataset. */
	queries: readonly AskedQuery[];
	/** What a file of it must say besides: of a reader's own query, its SQL. */
	about?: readonly { name: string; value: string }[];
	/**
	 * Sorted by row, then column. The table's figures are the same, each once; where a mark stands for two of
	 * them (funnel and scatter plots), its point says both.
	 */
	points: readonly ChartPoint[];
}

/** A mark that the keyboard can reach. Rows and columns are where it stands for the arrow keys. */
export interface ChartPoint {
	/** Unique in the chart. */
	key: string;
	row: number;
	column: number;
	/** "Kabupaten Bogor, 2024" */
	label: string;
	/** "Kabupaten Bogor, 2024: 210.123 keluarga, diterbitkan" */
	spoken: string;
	figure: Figure;
}

export interface ChartTable {
	/** Of the first column, which names the rows. */
	corner: string;
	columns: readonly string[];
	/** Heads of columns of words, after those of figures. */
	wordColumns?: readonly string[];
	rows: readonly ChartTableRow[];
}

export interface ChartTableRow {
	key: string;
	label: string;
	/**
	 * As many as there are columns. Empty where the row has nothing to say there; more than one where
	 * a source states the same thing twice.
	 */
	cells: readonly (readonly Figure[])[];
	/** As many as there are columns of words. */
	words?: readonly string[];
}

/** How much a mark stands out: the reader's own choice, something named beside it, or the rest. */
export type Role = 'chosen' | 'compared' | 'context';

export interface LineSeries {
	key: string;
	/** Written at the end of the line. */
	label: string;
	role: Role;
	/** 1-6: colour, dash and shape of a compared line; null for the accent and for grey. */
	category: number | null;
	/** A target, a projection or another definition beside a counted line: drawn dashed. */
	apart: boolean;
	/** In the order of time. A figure without a value is a gap, an implausible one a mark apart. */
	figures: readonly Figure[];
	/**
	 * First days of periods before which the line breaks, where the figures are not of the same: a total
	 * of other districts is another total.
	 */
	breaks?: readonly string[];
	/** Of periods before which it goes on, though they are of others as well. */
	changes?: readonly string[];
}

export interface Annotation {
	/** ISO date. */
	date: string;
	label: string;
	kind: 'break' | 'policy';
}

export interface LineModel extends ChartBase {
	kind: 'line';
	series: readonly LineSeries[];
	annotations: readonly Annotation[];
	/** Whether the value axis must begin at zero. */
	fromZero: boolean;
}

export interface Panel {
	key: string;
	label: string;
	chosen: boolean;
	series: readonly LineSeries[];
}

/** Lines in small panels, all on one scale. */
export interface MultiplesModel extends ChartBase {
	kind: 'multiples';
	panels: readonly Panel[];
}

export interface Bar {
	key: string;
	label: string;
	figure: Figure;
	chosen: boolean;
	/** 1 for the first; equal values share a rank; null where the figure is not fit to be ranked. */
	rank: number | null;
	/** The ranks that chance allows, where the page has worked them out. */
	ranks: RankRange | null;
}

export interface BarsModel extends ChartBase {
	kind: 'bars';
	/** Ranked ones first, then the implausible, then those without a value. */
	bars: readonly Bar[];
	/** A value to measure the bars against, e.g. the province's own. */
	reference: { label: string; figure: Figure } | null;
}

/** How a tile is drawn. All but `class` are textures, not hues. */
export type TileLook =
	| 'class'
	| 'missing'
	| 'late'
	| 'not_received'
	| 'not_begun'
	| 'not_counted'
	| 'withheld'
	| 'implausible';

export interface Tile {
	region: RegionCode;
	label: string;
	abbreviation: string;
	province: RegionCode;
	x: number;
	y: number;
	figure: Figure;
	look: TileLook;
	/** 1 for the lowest class; null unless the look is `class`. */
	classNumber: number | null;
	chosen: boolean;
	/** False where nothing is told of the region, or a filter leaves it out: drawn empty, not counted. */
	included: boolean;
}

export interface TileClass {
	/** The lower bound belongs to the class, the upper to the next; the last class has both. */
	from: number;
	to: number;
	label: string;
	count: number;
}

export interface TileProvince {
	code: RegionCode;
	name: string;
	/** Edges of its outline in tile units: x1, y1, x2, y2. */
	edges: readonly (readonly [number, number, number, number])[];
	/** Where its name stands, in tile units. */
	x: number;
	y: number;
}

/** What all drawings of shaded regions share: one legend, one walk, one table. */
export interface ShadedBase extends ChartBase {
	classes: readonly TileClass[];
	/** The looks in use that are not classes, with how many regions kept by the filter have each. */
	textures: readonly { look: TileLook; label: string; count: number }[];
	/** How many regions a filter leaves out. */
	leftOut: number;
	/** How many regions are drawn as ground alone: nothing was asked of them. */
	untold: number;
	/**
	 * Names of the islands that provinces lie on, by the code of the province; none where all lie on one.
	 * A phone has room for no other names in a map of the country.
	 */
	islands: Readonly<Record<RegionCode, string>>;
}

export interface TilesModel extends ShadedBase {
	kind: 'tiles';
	tiles: readonly Tile[];
	provinces: readonly TileProvince[];
	/** Columns and rows of the drawing, in tile units. */
	width: number;
	height: number;
}

/** Longitude and latitude in degrees. */
export type Spot = readonly [lng: number, lat: number];

/** A closed line: it ends where it begins. */
export type Ring = readonly Spot[];

/** A part of the map, in degrees. */
export interface Extent {
	west: number;
	south: number;
	east: number;
	north: number;
}

/** A shaded region on a map, by its centroid in degrees; its tile is where the keys find it. */
export interface MapMark extends Tile {
	lng: number;
	lat: number;
}

interface MapBase extends ShadedBase {
	marks: readonly MapMark[];
	/** Names of the provinces shown, by code. */
	provinces: Readonly<Record<RegionCode, string>>;
	/** What the drawing shows. */
	extent: Extent;
}

/** A circle for each region, on a coastline. */
export interface PointsModel extends MapBase {
	kind: 'points';
	/** The coast. Not part of what the chart says. */
	ground: readonly Ring[];
}

/** A map whose ground has a shape: only ever drawn in the browser, with all that it needs. */
export type MapModel = PointsModel | AreasModel;

/** Outlines of regions, from whoever has put them in place. */
export interface Outlines {
	/** By code: outer rings and holes, filled by the even-odd rule. */
	regions: Readonly<Record<RegionCode, readonly Ring[]>>;
	/** Lines between provinces. */
	borders: readonly (readonly Spot[])[];
}

/** Each region in its own outline; one without is a circle at its centroid. */
export interface AreasModel extends MapBase {
	kind: 'areas';
	/** Not part of what the chart says. */
	ground: Outlines;
}

/** Height that names of columns or axes take beside the plot, in the drawing for phones and in the wide one. */
export type NamesRoom = readonly [phone: number, wide: number];

export interface Pair {
	key: string;
	label: string;
	chosen: boolean;
	before: Figure;
	after: Figure;
}

/** Two values a row: joined dots, or two bars on one scale. */
export interface PairsModel extends ChartBase {
	kind: 'pairs';
	look: 'dots' | 'bars';
	pairs: readonly Pair[];
	labels: { before: string; after: string };
	namesRoom: NamesRoom;
}
