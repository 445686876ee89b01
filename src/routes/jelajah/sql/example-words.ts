import { m } from '$lib/i18n/paraglide/messages';
import type { ExampleId } from '$lib/sql/examples';

const WORDS: Record<ExampleId, () => string> = {
	own: m.sql_example_own,
	bogor: m.sql_example_bogor,
	coverage: m.sql_example_coverage,
	poverty: m.sql_example_poverty,
	priority: m.sql_example_priority,
	halving: m.sql_example_halving,
	uncounted: m.sql_example_uncounted,
	permits: m.sql_example_permits,
	targets: m.sql_example_targets,
	funnel: m.sql_example_funnel,
	uptake: m.sql_example_uptake,
	reporting: m.sql_example_reporting,
	ladder: m.sql_example_ladder
};

/** The question that an example answers. */
export function exampleWords(id: ExampleId): string {
	return WORDS[id]();
}
