import type { Filters } from '$lib/state/filters';
import { isRegionCode } from '$lib/model';

type Names = Readonly<Record<string, string>>;

/**
 * Names of all places, had where one is asked for that the page does not have. Made while a component
 * is being set up.
 */
export class OtherNames {
	#names = $state.raw<Names>({});

	/** @param own names that the page has, by code */
	constructor(chosen: () => Filters, own: () => Names) {
		const missing = $derived.by(() => {
			const { places, pair } = chosen();
			return [...places, ...(pair ?? [])].some(
				(place) => isRegionCode(place) && own()[place] === undefined
			);
		});
		$effect(() => {
			if (!missing) return;
			void import('$lib/menu/names')
				.then(({ readNames }) => readNames())
				.then(({ regions }) => (this.#names = regions))
				// Its code names a place as well.
				.catch(() => undefined);
		});
	}

	get names(): Names {
		return this.#names;
	}
}
