import { madeOf } from '$lib/engine/asked';
import {
	COOPERATIVE_PROGRAMMES,
	type BoundedFigure,
	type CooperativeProgramme,
	type Reporting
} from '$lib/model';
import {
	type CellContext,
	type CountedCell,
	cellFigure,
	rateFigure
} from '$lib/protect/cell-figure';

/** A place with what is counted there, in as few bytes as a page needs of sixty of them. */
export interface PlaceCounts {
	region: string;
	name: string;
	/**
	 * Published count and what is known of the lists, by measure. A measure that is not named here is
	 * withheld though its lists had come.
	 */
	cells: Readonly<Record<string, readonly [published: number | null, reach: Reporting]>>;
	/** Of a larger place: how many districts it has, and from how many came what a measure needs, where not from all. */
	districts?: { total: number; reported: Readonly<Record<string, number>> };
}

/** What the link says of one programme in one place. */
export interface LinkedProgramme {
	programme: CooperativeProgramme;
	members: BoundedFigure;
	/** Members who also receive PKH or Sembako, with their share of the members. */
	assisted: BoundedFigure;
	assistedShare: BoundedFigure | null;
	/** Members who also receive PKH, with their share of the members. */
	pkh: BoundedFigure;
	pkhShare: BoundedFigure | null;
	/** Share of the recipients (of either, or of PKH) who are members. */
	assistedUptake: BoundedFigure | null;
	pkhUptake: BoundedFigure | null;
}

/** Measures of a place that the link is told by. */
export const RECIPIENTS = ['assisted', 'pkh', 'sembako'] as const;

export function measuresOf(programme: CooperativeProgramme): [string, string, string] {
	return [programme, `${programme}_assisted`, `${programme}_pkh`];
}

/** The cells as a page carries them, by region: what is withheld is left out. */
export function compactCells(
	rows: readonly CountedCell[]
): Map<string, Record<string, [number | null, Reporting]>> {
	const places = new Map<string, Record<string, [number | null, Reporting]>>();
	for (const { region, measure, published, reach } of rows) {
		const cells = places.get(region) ?? {};
		places.set(region, cells);
		if (published !== null || reach !== 'received') cells[measure] = [published, reach];
	}
	return places;
}

function cellOf({ region, cells }: PlaceCounts, measure: string): CountedCell {
	const [published, reach] = cells[measure] ?? [null, 'received'];
	return { region, measure, published, reach };
}

/** Of how many districts a figure is; a share is of those of its part, which needs the lists of its whole too. */
function told(figure: BoundedFigure, measure: string, { districts }: PlaceCounts): BoundedFigure {
	const reported = districts?.reported[measure];
	if (!figure.incomplete || !districts || reported === undefined) return figure;
	return madeOf({ ...figure, districts: { reported, total: districts.total } }, [figure]);
}

/** How many people of a place are on the list of beneficiaries. */
export function recipientsOf(place: PlaceCounts, context: CellContext): BoundedFigure[] {
	return RECIPIENTS.map((measure) =>
		told(cellFigure(cellOf(place, measure), context), measure, place)
	);
}

export function linkedOf(
	place: PlaceCounts,
	programme: CooperativeProgramme,
	context: CellContext
): LinkedProgramme {
	const [members, assisted, pkh] = measuresOf(programme).map((measure) =>
		cellOf(place, measure)
	) as [CountedCell, CountedCell, CountedCell];
	const figure = (cell: CountedCell) => told(cellFigure(cell, context), cell.measure, place);
	const rate = (part: CountedCell, whole: CountedCell) => {
		const found = rateFigure(part, whole, context);
		return found && told(found, part.measure, place);
	};
	return {
		programme,
		members: figure(members),
		assisted: figure(assisted),
		assistedShare: rate(assisted, members),
		pkh: figure(pkh),
		pkhShare: rate(pkh, members),
		assistedUptake: rate(assisted, cellOf(place, 'assisted')),
		pkhUptake: rate(pkh, cellOf(place, 'pkh'))
	};
}

/**
 * The programmes of a place that have something to show, and those of which nothing is published
 * though the lists had come: in most places a programme simply is not there.
 */
export function programmesOf(
	place: PlaceCounts,
	context: CellContext
): { shown: LinkedProgramme[]; withheld: CooperativeProgramme[] } {
	const all = COOPERATIVE_PROGRAMMES.map((programme) => linkedOf(place, programme, context));
	return {
		shown: all.filter(({ members }) => members.state !== 'withheld'),
		withheld: all
			.filter(({ members }) => members.state === 'withheld')
			.map(({ programme }) => programme)
	};
}

/** What stands in brackets at the end of a programme's name, where something does: `KMP`. */
export function shortName(name: string): string {
	return /\(([^)]+)\)$/.exec(name)?.[1] ?? name;
}
