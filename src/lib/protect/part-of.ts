import { type PlaceCode, placeLevel, provinceOf } from '$lib/model';

/** The file beside an extract's first that holds cells of a place; null where the first does. */
export function partOf(place: PlaceCode, cube: 'k1' | 'k2' | 'k3' | 'k4'): string | null {
	if (cube === 'k1') return null;
	switch (placeLevel(place)) {
		case 'regency':
			return provinceOf(place);
		case 'province':
			return cube === 'k4' ? place : null;
		case 'list':
		case 'nation':
			return cube === 'k4' ? '00' : null;
	}
}
