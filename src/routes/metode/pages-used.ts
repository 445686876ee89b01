import { m } from '$lib/i18n/paraglide/messages';

const PAGES = {
	'/': m.ui_nav_overview,
	'/cakupan/': m.ui_nav_coverage,
	'/bandingkan/': m.ui_nav_compare,
	'/wilayah/': m.ui_nav_profile,
	'/program/kmp/': m.ui_nav_kmp,
	'/program/kjmis/': m.ui_nav_kjmis,
	'/program/tangga/': m.ui_nav_ladder,
	'/program/jakarta/': m.ui_nav_jakarta
} as const;

/** Pages that a method is used on, as the menu calls them. */
export function pagesUsed(...paths: (keyof typeof PAGES)[]): { path: string; name: string }[] {
	return paths.map((path) => ({ path, name: PAGES[path]() }));
}
