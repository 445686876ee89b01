import type { RegionCode } from '$lib/model';

/**
 * Where each province stands on a tile map of provinces, and what is written in its tile: its code of
 * ISO 3166-2:ID. Two letters fit a phone.
 */
export const PROVINCE_TILES: Readonly<
	Record<RegionCode, readonly [letters: string, x: number, y: number]>
> = {
	'11': ['AC', 0, 0],
	'12': ['SU', 1, 1],
	'13': ['SB', 1, 2],
	'14': ['RI', 2, 2],
	'15': ['JA', 2, 3],
	'16': ['SS', 2, 4],
	'17': ['BE', 1, 3],
	'18': ['LA', 2, 5],
	'19': ['BB', 3, 4],
	'21': ['KR', 3, 1],
	'31': ['JK', 4, 6],
	'32': ['JB', 5, 6],
	'33': ['JT', 6, 6],
	'34': ['YO', 6, 7],
	'35': ['JI', 7, 6],
	'36': ['BT', 3, 6],
	'51': ['BA', 8, 6],
	'52': ['NB', 9, 6],
	'53': ['NT', 10, 6],
	'61': ['KB', 4, 2],
	'62': ['KT', 5, 2],
	'63': ['KS', 5, 3],
	'64': ['KI', 6, 2],
	'65': ['KU', 6, 1],
	'71': ['SA', 9, 1],
	'72': ['ST', 8, 2],
	'73': ['SN', 8, 4],
	'74': ['SG', 9, 3],
	'75': ['GO', 8, 1],
	'76': ['SR', 8, 3],
	'81': ['MA', 10, 4],
	'82': ['MU', 10, 2],
	'91': ['PA', 14, 3],
	'92': ['PB', 12, 3],
	'93': ['PS', 14, 5],
	'94': ['PT', 13, 3],
	'95': ['PE', 14, 4],
	'96': ['PD', 11, 3]
};
