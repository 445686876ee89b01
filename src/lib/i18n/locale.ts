import {
	deLocalizeHref as deLocalize,
	getLocale,
	localizeHref as localize
} from './paraglide/runtime';
import type { Locale } from '$lib/model';

export type { Locale } from '$lib/model';
export { getLocale } from './paraglide/runtime';

/** Paths that were localized: a page asks for the same few with every figure that it draws. */
const localized = new Map<string, string>();

/** The path in a language (the page's own where none is said): `/cakupan/` → `/en/cakupan/`. */
export function localizeHref(path: string, options?: { locale?: Locale }): string {
	const locale = options?.locale ?? getLocale();
	const key = `${locale} ${path}`;
	const known = localized.get(key);
	if (known !== undefined) return known;
	const result = likeIt(path, localize(path, { locale }));
	localized.set(key, result);
	return result;
}

/** The path without its language: `/en/cakupan/` → `/cakupan/`. */
export function deLocalizeHref(path: string): string {
	return likeIt(path, deLocalize(path));
}

/** Pages end in a slash, and a static host answers one without it by a detour. */
function likeIt(path: string, result: string): string {
	return path.endsWith('/') && !result.endsWith('/') ? `${result}/` : result;
}
