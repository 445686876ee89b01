import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';

/** What can be wrong with a file of boundaries. Closed: each has its message, which says the way out. */
export type BoundaryRule =
	| 'file_missing'
	| 'file_is_folder'
	| 'file_unreadable'
	| 'file_empty'
	| 'file_too_large'
	| 'format_unknown'
	| 'json_broken'
	| 'json_other'
	| 'shapefile_bare'
	| 'shapefile_broken'
	| 'shapefile_no_table'
	| 'zip_broken'
	| 'zip_nothing'
	| 'layer_several'
	| 'layer_unknown'
	| 'no_features'
	| 'geometry_other'
	| 'ring_broken'
	| 'coordinates_projected'
	| 'coordinates_elsewhere'
	| 'property_unknown'
	| 'only_provinces'
	| 'too_fine'
	| 'codes_ambiguous'
	| 'nothing_joined'
	| 'too_much_to_fit'
	| 'not_writable';

/** Where it is wrong: what of it does not apply is empty. */
export interface BoundaryPlace {
	file: string;
	/** Number of the feature, from 1. */
	feature: string;
	property: string;
	found: string;
	expected: string;
}

/** Thrown where a file cannot become the map of the regions. */
export class BoundaryError extends Error {
	override readonly name = 'BoundaryError';
	readonly place: BoundaryPlace;

	constructor(
		readonly rule: BoundaryRule,
		place: Partial<BoundaryPlace> = {},
		options?: ErrorOptions
	) {
		super(rule, options);
		this.place = { file: '', feature: '', property: '', found: '', expected: '', ...place };
	}

	/** The same error, of this file. */
	of(file: string): BoundaryError {
		return new BoundaryError(this.rule, { ...this.place, file }, { cause: this });
	}
}

type Speaker = (place: BoundaryPlace, options: { locale: Locale }) => string;

const MESSAGES: Record<BoundaryRule, Speaker> = {
	file_missing: m.boundaries_problem_file_missing,
	file_is_folder: m.boundaries_problem_file_is_folder,
	file_unreadable: m.boundaries_problem_file_unreadable,
	file_empty: m.boundaries_problem_file_empty,
	file_too_large: m.boundaries_problem_file_too_large,
	format_unknown: m.boundaries_problem_format_unknown,
	json_broken: m.boundaries_problem_json_broken,
	json_other: m.boundaries_problem_json_other,
	shapefile_bare: m.boundaries_problem_shapefile_bare,
	shapefile_broken: m.boundaries_problem_shapefile_broken,
	shapefile_no_table: m.boundaries_problem_shapefile_no_table,
	zip_broken: m.boundaries_problem_zip_broken,
	zip_nothing: m.boundaries_problem_zip_nothing,
	layer_several: m.boundaries_problem_layer_several,
	layer_unknown: m.boundaries_problem_layer_unknown,
	no_features: m.boundaries_problem_no_features,
	geometry_other: m.boundaries_problem_geometry_other,
	ring_broken: m.boundaries_problem_ring_broken,
	coordinates_projected: m.boundaries_problem_coordinates_projected,
	coordinates_elsewhere: m.boundaries_problem_coordinates_elsewhere,
	property_unknown: m.boundaries_problem_property_unknown,
	only_provinces: m.boundaries_problem_only_provinces,
	too_fine: m.boundaries_problem_too_fine,
	codes_ambiguous: m.boundaries_problem_codes_ambiguous,
	nothing_joined: m.boundaries_problem_nothing_joined,
	too_much_to_fit: m.boundaries_problem_too_much_to_fit,
	not_writable: m.boundaries_problem_not_writable
};

/** What is wrong, where, and the way out. */
export function describeBoundaryError({ rule, place }: BoundaryError, locale: Locale): string {
	return MESSAGES[rule](place, { locale });
}
