import { type Grid, cellText, isBlankRow } from './grid';
import { type Header, findHeader } from './header';
import { fail } from './problem';
import type { Resolver } from './region';
import { roleOfHeader } from './roles';

export interface Located {
	header: Header;
	/** Column of regions, where only its content tells it. */
	regionAt: number | null;
}

const LONGEST_NAME = 60;

/** The column and the first row of regions, by what stands in the cells. */
function regionsByContent(grid: Grid, resolver: Resolver): { at: number; row: number } | null {
	const width = Math.max(0, ...grid.rows.slice(0, 1000).map((row) => row.length));
	let best: { at: number; row: number; share: number } | null = null;
	for (let at = 0; at < width; at += 1) {
		const texts = grid.rows.map((row) => cellText(row[at]));
		const named = texts.filter((text) => /\p{L}{3}/u.test(text));
		const known = texts.map((text) => {
			if (!/\p{L}{3}/u.test(text) || text.length > LONGEST_NAME) return false;
			const answer = resolver.resolve({ name: text });
			return answer.ok || answer.rule === 'region_ambiguous';
		});
		const hits = known.filter(Boolean).length;
		const share = hits / Math.max(1, named.length);
		const row = known.indexOf(true);
		if (hits >= 2 && row > 0 && share >= 0.5 && (best === null || share > best.share))
			best = { at, row, share };
	}
	return best;
}

/**
 * The header and, where the header does not name it, the column of regions.
 * @throws ReadError where neither header nor content names a place or a year
 */
export function locate(grid: Grid, resolver: Resolver): Located {
	const header = findHeader(grid);
	const named = header?.names.some((name) => roleOfHeader(name).kind === 'region') ?? false;
	if (header && named) return { header, regionAt: null };
	const found = regionsByContent(grid, resolver);
	const byContent = found ? findHeader(grid, found.row) : null;
	if (found && byContent) return { header: byContent, regionAt: found.at };
	if (header) return { header, regionAt: null };
	const first = grid.rows.find((row) => !isBlankRow(row)) ?? [];
	const texts = first.map(cellText).filter((text) => text !== '');
	return fail('region_column_missing', texts.join(', ').slice(0, 120));
}
