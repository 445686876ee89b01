import type { Reroute } from '@sveltejs/kit';
import { deLocalizeUrl } from '$lib/i18n/paraglide/runtime';

/** `/en/cakupan/` and `/cakupan/` are one route. */
export const reroute: Reroute = (request) => deLocalizeUrl(request.url).pathname;
