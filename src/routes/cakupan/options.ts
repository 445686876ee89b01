import type { CoverageChoices, CoverageDrawing, CoverageMeasure } from '$lib/state/coverage-view';
import type { InlineOption } from '$lib/ui/InlineSelect.svelte';

/** What the filter sentence offers for one measure. */
export interface MeasureOptions {
	/** Parts of the country that the map can show; the first alone where there is no choice. */
	areas: InlineOption[];
	/** In order. */
	years: number[];
	regions: InlineOption[];
	/** The words for "no region chosen". */
	defaultFocus: string;
	/** Priority lists that hold a region here. */
	lists: InlineOption[];
}

export type CoverageOptions = Record<CoverageMeasure, MeasureOptions>;

/** The same offers as sets of names, to check a URL against. */
export function choicesOf(
	options: CoverageOptions,
	drawings: readonly CoverageDrawing[]
): CoverageChoices {
	const values = (list: readonly InlineOption[]) => new Set(list.map((option) => option.value));
	return {
		areas: { pkh: values(options.pkh.areas), poverty: values(options.poverty.areas) },
		regions: { pkh: values(options.pkh.regions), poverty: values(options.poverty.regions) },
		years: { pkh: new Set(options.pkh.years), poverty: new Set(options.poverty.years) },
		lists: { pkh: values(options.pkh.lists), poverty: values(options.poverty.lists) },
		drawings: new Set(drawings)
	};
}
