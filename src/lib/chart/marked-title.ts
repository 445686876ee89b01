import { m } from '$lib/i18n/paraglide/messages';
import type { ChartModel } from './model';

/**
 * The title of a chart where nothing around it says whether its figures are made up: it says so
 * itself, so that it cannot be taken away without.
 */
export function markedTitle({
	title,
	states,
	locale
}: Pick<ChartModel, 'title' | 'states' | 'locale'>): string {
	return states.includes('demo') ? m.chart_demo_title({ title }, { locale }) : title;
}
