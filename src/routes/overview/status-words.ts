import { m } from '$lib/i18n/paraglide/messages';
import type { PaceStatus } from '$lib/model/statistics/pace';

const WORDS: Record<PaceStatus, () => string> = {
	reached: m.overview_status_reached,
	on_pace: m.overview_status_on_pace,
	behind: m.overview_status_behind,
	pace_unknown: m.overview_status_pace_unknown,
	uncounted: m.overview_status_uncounted,
	no_target: m.overview_status_no_target
};

/** What a status is called, on every page that states it. */
export function statusWords(status: PaceStatus): string {
	return WORDS[status]();
}
