import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { SITE } from '../../../data/site/build';
import type { Page } from './test';

/** Whether the site that is tested was built with a boundary file in place. */
export const BUILT_WITH_BOUNDARIES = existsSync(path.join(SITE, 'boundaries.json'));

interface Middle {
	code: string;
	level: string;
	lng: string;
	lat: string;
}

/** Half the side of an area of the test, in degrees. */
const HALF = 0.04;

function middles(): Middle[] {
	const text = readFileSync(path.join(SITE, 'extract/published/region.csv'), 'utf8');
	return Papa.parse<Middle>(text, { header: true, skipEmptyLines: true }).data.filter(
		({ level }) => level === 'regency'
	);
}

/** A boundary file in which every region but one is a small square about its middle. */
export function squares(without: string): string {
	const shown = middles().filter(({ code }) => code !== without);
	return JSON.stringify({
		type: 'Topology',
		source: 'Badan Uji, 2026',
		arcs: shown.map(({ lng, lat }) => {
			const [x, y] = [Number(lng), Number(lat)];
			return [
				[x - HALF, y - HALF],
				[x - HALF, y + HALF],
				[x + HALF, y + HALF],
				[x + HALF, y - HALF],
				[x - HALF, y - HALF]
			];
		}),
		objects: {
			regions: {
				type: 'GeometryCollection',
				geometries: shown.map(({ code }, index) => ({ type: 'Polygon', id: code, arcs: [[index]] }))
			}
		}
	});
}

interface PageData {
	nodes: ({ type: string; data: unknown[] } | null)[];
}

/**
 * Lets the coverage page believe that the site was built with a boundary file, and serves that file.
 * Only for a page that is reached by a link: what a page is sent with is under its own policy.
 */
export async function putBoundaries(page: Page, file: string): Promise<void> {
	await page.route('**/cakupan/__data.json*', async (route) => {
		const response = await route.fetch();
		const data = (await response.json()) as PageData;
		for (const node of data.nodes) {
			const [root] = node?.data ?? [];
			const at = (root as { context?: number } | undefined)?.context;
			if (!node || at === undefined) continue;
			node.data.push({ hash: node.data.length + 1 }, 'uji');
			(node.data[at] as { boundaries: number }).boundaries = node.data.length - 2;
		}
		await route.fulfill({ response, json: data });
	});
	await page.route('**/boundaries.json*', (route) =>
		route.fulfill({ contentType: 'application/json', body: file })
	);
}
