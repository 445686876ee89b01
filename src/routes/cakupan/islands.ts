import { m } from '$lib/i18n/paraglide/messages';
import type { IslandGroup, Locale } from '$lib/model';

const ISLANDS = {
	sumatera: m.coverage_island_sumatera,
	jawa_bali: m.coverage_island_jawa_bali,
	kalimantan: m.coverage_island_kalimantan,
	sulawesi: m.coverage_island_sulawesi,
	nusa_tenggara: m.coverage_island_nusa_tenggara,
	maluku_papua: m.coverage_island_maluku_papua
} as const;

export function islandName(island: IslandGroup, locale: Locale): string {
	return ISLANDS[island]({}, { locale });
}
