import { readdirSync } from 'node:fs';
import path from 'node:path';
import { SITE } from '../../../data/site/build';
import { LOCALES, type Locale } from '$lib/model/locale';

/** Every page, by its Indonesian path. A new page stands here, and all generic tests walk it. */
const PATHS = [
	'/',
	'/bandingkan/',
	'/cakupan/',
	'/data/',
	'/jelajah/',
	'/jelajah/berkas/',
	'/jelajah/katalog/',
	'/jelajah/katalog/published/',
	'/jelajah/sql/',
	'/metode/',
	'/program/jakarta/',
	'/program/kemiskinan-ekstrem/',
	'/program/kjmis/',
	'/program/kmp/',
	'/program/tangga/',
	'/sumber/',
	'/wilayah/',
	// One of the 552 profiles; a test of the built files looks at all.
	'/wilayah/35.09/'
] as const;

/** Pages whose HTML carries a drawn chart before any script has run. */
export const PATHS_WITH_CHART: readonly string[] = PATHS.filter(
	(path) => !/^\/(data|jelajah|metode|sumber|wilayah)\//.test(path)
);

export interface SitePage {
	path: string;
	locale: Locale;
	/** Path in its language: `/en/cakupan/`. */
	address: string;
}

export function inLocale(path: string, locale: Locale): string {
	return locale === 'id' ? path : `/en${path}`;
}

export const SITE_PAGES: readonly SitePage[] = PATHS.flatMap((path) =>
	LOCALES.map((locale) => ({ path, locale, address: inLocale(path, locale) }))
);

/** Each page in one language, the languages by turns: for claims about parts that both share. */
export const PAGES_BY_TURNS: readonly SitePage[] = SITE_PAGES.filter(
	({ path, locale }) => locale === LOCALES[PATHS.findIndex((one) => one === path) % LOCALES.length]
);

export const VIEWPORTS = {
	phone: { width: 320, height: 640 },
	tablet: { width: 768, height: 1024 },
	desktop: { width: 1440, height: 900 }
} as const;

/** A profile or dataset that stands not among the pages: tests of all built files check these. */
export function isOtherProfile(address: string): boolean {
	const profile = /^(\/en)?\/(wilayah\/\d\d(\.\d\d)?|jelajah\/katalog\/\w+)\//.test(address);
	return profile && SITE_PAGES.every((page) => page.address !== address);
}

/** Addresses of all profiles, in both languages. */
export function builtProfiles(): readonly string[] {
	return LOCALES.flatMap((locale) => {
		const folder = inLocale('/wilayah/', locale);
		return readdirSync(path.join(SITE, folder))
			.filter((name) => /^\d\d(\.\d\d)?$/.test(name))
			.map((code) => `${folder}${code}/`);
	});
}
