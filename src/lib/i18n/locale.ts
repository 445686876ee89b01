import { deLocalizeHref as deLocalize, localizeHref as localize } from './paraglide/runtime';
import type { Locale } from '$lib/model';

export type { Locale } from '$lib/model';
export { getLocale } from './paraglide/runtime';

/** The path in a language (the page's own where none is said): `/cakupan/` → `/en/cakupan/`. */
export function localizeHref(path: string, options?: { locale?: Locale }): string {
	return likeIt(path, localize(path, options));
}

/** The path without its language: `/en/cakupan/` → `/cakupan/`. */
export function deLocalizeHref(path: string): string {
	return likeIt(path, deLocalize(path));
}

/** Pages end in a slash, and a static host answers one without it by a detour. */
function likeIt(path: string, result: string): string {
	return path.endsWith('/') && !result.endsWith('/') ? `${result}/` : result;
}
