import type { RegionRecord } from '../records';
import type { Cell, Place } from './geometry';

/** The regencies as places, in code order. */
export function places(regions: readonly RegionRecord[]): Place[] {
	return regions
		.filter(({ level }) => level === 'regency')
		.map(({ code, provinceCode, lat, lng }) => ({ code, province: provinceCode, lat, lng }))
		.sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The tile table as it is committed. */
export function tilesCsv(cells: ReadonlyMap<string, Cell>): string {
	const rows = [...cells]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([code, { x, y }]) => `${code},${x},${y}`);
	return `${['region_code,x,y', ...rows].join('\n')}\n`;
}
