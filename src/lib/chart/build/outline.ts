import type { RegionCode } from '$lib/model';
import type { TileProvince } from '../model';

/** Where a tile stands, in tile units, and whose it is. */
export interface Cell {
	province: RegionCode;
	x: number;
	y: number;
}

type Edge = [x1: number, y1: number, x2: number, y2: number];

/** Each province's outline, edges joined where they run on, and the middle of its tiles. */
export function outlineProvinces(
	cells: readonly Cell[],
	names: ReadonlyMap<RegionCode, string>
): TileProvince[] {
	const byProvince = new Map<RegionCode, Cell[]>();
	for (const cell of cells) {
		const list = byProvince.get(cell.province);
		if (list) list.push(cell);
		else byProvince.set(cell.province, [cell]);
	}
	return [...byProvince].map(([code, own]) => ({
		code,
		name: names.get(code) ?? code,
		edges: edgesOf(own),
		x: mean(own.map((cell) => cell.x + 0.5)),
		y: mean(own.map((cell) => cell.y + 0.5))
	}));
}

function edgesOf(cells: readonly Cell[]): Edge[] {
	const taken = new Set(cells.map(({ x, y }) => `${x},${y}`));
	const free = (x: number, y: number) => !taken.has(`${x},${y}`);
	const flat: Edge[] = [];
	const upright: Edge[] = [];
	for (const { x, y } of cells) {
		if (free(x, y - 1)) flat.push([x, y, x + 1, y]);
		if (free(x, y + 1)) flat.push([x, y + 1, x + 1, y + 1]);
		if (free(x - 1, y)) upright.push([x, y, x, y + 1]);
		if (free(x + 1, y)) upright.push([x + 1, y, x + 1, y + 1]);
	}
	flat.sort((a, b) => a[1] - b[1] || a[0] - b[0]);
	upright.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
	return [...join(flat), ...join(upright)];
}

function join(edges: readonly Edge[]): Edge[] {
	const joined: Edge[] = [];
	for (const edge of edges) {
		const last = joined[joined.length - 1];
		const along = last && (last[1] === last[3]) === (edge[1] === edge[3]);
		if (along && last[2] === edge[0] && last[3] === edge[1])
			[last[2], last[3]] = [edge[2], edge[3]];
		else joined.push([...edge]);
	}
	return joined;
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
