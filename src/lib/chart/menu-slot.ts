import { type Component, getContext, setContext } from 'svelte';
import type { ChartModel } from './model';

/** What stands under every chart to take it away. It knows the whole site, so that the page's frame hands it down. */
type ChartMenu = Component<{
	model?: ChartModel | undefined;
	/** Address of the chart as a file, where the page was sent without it. */
	at?: string;
}>;

const KEY = 'chart-menu';

export function setMenu(menu: ChartMenu): void {
	setContext(KEY, menu);
}

export function getMenu(): ChartMenu | undefined {
	return getContext<ChartMenu | undefined>(KEY);
}
