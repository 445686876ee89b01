import type { FigureState } from '$lib/model';
import type { Locale } from './locale';
import { m } from './paraglide/messages';

// Apart from the names of states, which every page loads: only lists of all states need these.
const STATE_HELP: Record<
	FigureState,
	(inputs: Record<string, never>, options: { locale: Locale }) => string
> = {
	published: m.common_state_help_published,
	computed: m.common_state_help_computed,
	own: m.common_state_help_own,
	demo: m.common_state_help_demo,
	target: m.common_state_help_target,
	projection: m.common_state_help_projection,
	withheld: m.common_state_help_withheld,
	late: m.common_state_help_late,
	not_received: m.common_state_help_not_received,
	not_begun: m.common_state_help_not_begun,
	missing: m.common_state_help_missing,
	not_published: m.common_state_help_not_published,
	not_counted: m.common_state_help_not_counted,
	not_comparable: m.common_state_help_not_comparable
};

/** What a state means, in a sentence. */
export function stateHelp(state: FigureState, locale: Locale): string {
	return STATE_HELP[state]({}, { locale });
}
