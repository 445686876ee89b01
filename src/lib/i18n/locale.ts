export type { Locale } from '$lib/model';
export { getLocale, localizeHref } from './paraglide/runtime';
