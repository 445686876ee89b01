import type { Place } from './geometry';

export interface BodyOfLand {
	id: string;
	provinces: readonly string[];
	/** Tiles by which it is wished further east and south than its true place. */
	shift?: { x: number; y: number };
}

/**
 * Provinces that form one body of land on the tile map; sea is left between bodies. Java takes three
 * times the width that its longitudes have, so it and what lies east of it move on.
 */
export const BODIES: readonly BodyOfLand[] = [
	{ id: 'sumatera', provinces: ['11', '12', '13', '14', '15', '16', '17', '18'] },
	{ id: 'jawa', provinces: ['31', '32', '33', '34', '35', '36'], shift: { x: 4, y: 1 } },
	{ id: 'sulawesi', provinces: ['71', '72', '73', '74', '75', '76'] },
	{ id: 'kalimantan', provinces: ['61', '62', '63', '64', '65'] },
	{ id: 'papua', provinces: ['91', '92', '93', '94', '95', '96'] },
	{ id: 'nusa-tenggara-timur', provinces: ['53'], shift: { x: 14, y: 0 } },
	{ id: 'maluku', provinces: ['81'] },
	{ id: 'maluku-utara', provinces: ['82'] },
	{ id: 'nusa-tenggara-barat', provinces: ['52'], shift: { x: 15, y: 3 } },
	{ id: 'bali', provinces: ['51'], shift: { x: 13, y: 5 } },
	{ id: 'kepulauan-riau', provinces: ['21'] },
	{ id: 'bangka-belitung', provinces: ['19'] }
];

export function placesOf(places: readonly Place[], provinces: readonly string[]): Place[] {
	return places.filter(({ province }) => provinces.includes(province));
}
