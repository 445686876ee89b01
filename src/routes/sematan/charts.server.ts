import type { ChartModel } from '$lib/chart/model';
import { getLocale } from '$lib/i18n/locale';
import { embedName } from '$lib/menu/embed-name';
import type { Locale } from '$lib/model';
import { overviewMap } from '../overview/computed.server';
import { withoutFocus } from './without-focus';

/** Pages with charts, by path, and what gives their data. */
const PAGES: Readonly<Record<string, () => Promise<{ load: () => unknown }>>> = {
	'/': () => import('../+page.server'),
	'/bandingkan/': () => import('../bandingkan/+page.server'),
	'/cakupan/': () => import('../cakupan/+page.server'),
	'/program/jakarta/': () => import('../program/jakarta/+page.server'),
	'/program/kemiskinan-ekstrem/': () => import('../program/kemiskinan-ekstrem/+page.server'),
	'/program/kjmis/': () => import('../program/kjmis/+page.server'),
	'/program/kmp/': () => import('../program/kmp/+page.server'),
	'/program/tangga/': () => import('../program/tangga/+page.server')
};

/** Pages that have a place in focus which changes no figure. */
const FOCUSED: ReadonlySet<string> = new Set(['/cakupan/']);

/** A chart and the path of the page that it stands on. */
export interface PlacedChart {
	path: string;
	model: ChartModel;
}

const known = new Map<Locale, Promise<ReadonlyMap<string, PlacedChart>>>();

/** Every chart of the site in its first view, by the name of its page for frames; in the page's language. */
export function siteCharts(): Promise<ReadonlyMap<string, PlacedChart>> {
	const locale = getLocale();
	const charts = known.get(locale) ?? collect();
	known.set(locale, charts);
	return charts;
}

async function collect(): Promise<ReadonlyMap<string, PlacedChart>> {
	const charts = new Map<string, PlacedChart>();
	for (const [path, page] of Object.entries(PAGES)) {
		const { load } = await page();
		for (const model of chartsIn(await load())) {
			const name = embedName(path, model.id);
			if (charts.has(name)) throw new Error(`two charts would stand at /sematan/${name}/`);
			charts.set(name, { path, model: FOCUSED.has(path) ? withoutFocus(model) : model });
		}
	}
	const map = await overviewMap(getLocale());
	if (map) charts.set(embedName('/', map.id), { path: '/', model: map });
	return charts;
}

/** The charts in a page's data, wherever they stand in it. */
function chartsIn(data: unknown): ChartModel[] {
	if (typeof data !== 'object' || data === null) return [];
	if (isChart(data)) return [data];
	return Object.values(data).flatMap(chartsIn);
}

function isChart(data: object): data is ChartModel {
	return 'kind' in data && 'points' in data && 'table' in data && 'queries' in data;
}
