export type { Locale } from '$lib/model';
export { deLocalizeHref, getLocale, localizeHref } from './paraglide/runtime';
