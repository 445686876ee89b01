import { m } from '$lib/i18n/paraglide/messages';

/** Sections of the page that tells how figures are worked out, by their anchors, in its order. */
export const METHODS = {
	batas: m.method_bounds,
	selang: m.method_interval,
	corong: m.method_funnel,
	peringkat: m.method_ranks,
	pembakuan: m.method_standardise,
	laju: m.method_pace,
	median: m.method_wait,
	pemusatan: m.method_concentration,
	shu: m.method_shu
} as const satisfies Record<string, unknown>;

export type MethodId = keyof typeof METHODS;

export const METHOD_IDS = Object.keys(METHODS) as readonly MethodId[];
