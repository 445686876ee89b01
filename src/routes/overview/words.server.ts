import { m } from '$lib/i18n/paraglide/messages';

/**
 * What the page says around its figures. It comes with the page's data, in the page's language alone,
 * so that the program need not carry both.
 */
export function overviewWords() {
	return {
		title: m.overview_title(),
		heading: m.overview_heading(),
		lead: m.overview_lead(),
		headlines: m.overview_headlines(),
		targets: m.overview_targets(),
		targetsLead: m.overview_targets_lead(),
		targetsComputed: m.overview_targets_computed_lead(),
		trial: {
			open: m.overview_trial(),
			failed: m.overview_trial_failed(),
			script: m.overview_trial_script()
		},
		uncounted: m.overview_uncounted(),
		uncountedLead: m.overview_uncounted_lead(),
		poverty: m.overview_poverty(),
		extremeMore: m.overview_extreme_more(),
		lists: m.overview_lists(),
		listsNone: m.overview_lists_none(),
		moved: m.overview_moved(),
		map: m.overview_map(),
		mapMore: m.overview_map_more(),
		mapKmp: m.overview_map_kmp(),
		fresh: m.overview_fresh(),
		freshMore: m.overview_fresh_more(),
		programmes: m.overview_programmes(),
		programmesLead: m.overview_programmes_lead()
	};
}
