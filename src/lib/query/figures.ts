import { isCertainty } from '$lib/model/certainty';
import type { Figure } from '$lib/model/figure';
import { FLAGS, isFlag, isImplausible } from '$lib/model/flag';
import { isFigureState } from '$lib/model/state';
import { isUnit } from '$lib/model/unit';
import type { Cells } from './cells';

/** The flags that make a value unfit for ranks and shares, as a list in SQL. From a closed list. */
const IMPLAUSIBLE = FLAGS.filter(isImplausible)
	.map((flag) => `'${flag}'`)
	.join(', ');

/** True where a flag column says that the value is not to be believed. */
export function implausible(column: string): string {
	return `coalesce(${column} IN (${IMPLAUSIBLE}), false)`;
}

/**
 * A common table `chosen`: figures with one row for each indicator, region, period and kind of
 * statement. Where several sources state the same thing, the plausible one, then the surer one, then
 * the first by source id is chosen; all of them stand on the page of sources. Targets, projections
 * and figures of another definition never take the place of what was observed.
 * @param where a condition on published.figure
 */
export function chosenFigures(where: string): string {
	return `chosen AS (
	SELECT
		indicator::VARCHAR AS indicator, region_code::VARCHAR AS region_code,
		period_start, period_end, value, unit::VARCHAR AS unit, state::VARCHAR AS state,
		source_id::VARCHAR AS source_id, certainty::VARCHAR AS certainty, flag::VARCHAR AS flag
	FROM published.figure
	WHERE ${where}
	QUALIFY row_number() OVER (
		PARTITION BY indicator, region_code, period_start, period_end,
			CASE WHEN state::VARCHAR IN ('target', 'projection', 'not_comparable')
				THEN state::VARCHAR ELSE '' END
		ORDER BY value IS NULL, ${implausible('flag::VARCHAR')},
			CASE certainty::VARCHAR WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END,
			source_id::VARCHAR, value
	) = 1
)`;
}

/** The columns of a figure, for `readFigure`. */
export function figureColumns(from: string): string {
	return `${from}.indicator, ${from}.region_code,
	${from}.period_start::VARCHAR AS period_start, ${from}.period_end::VARCHAR AS period_end,
	${from}.value, ${from}.unit, ${from}.state, ${from}.source_id, ${from}.certainty, ${from}.flag`;
}

/** The columns of a figure straight from the stored table, whose codes are ENUMs. */
export const STORED_FIGURE = `indicator::VARCHAR AS indicator, region_code::VARCHAR AS region_code,
	period_start::VARCHAR AS period_start, period_end::VARCHAR AS period_end, value,
	unit::VARCHAR AS unit, state::VARCHAR AS state, source_id::VARCHAR AS source_id,
	certainty::VARCHAR AS certainty, flag::VARCHAR AS flag`;

/** A row as a figure. A word that the model does not know is an error: the build lets none through. */
export function readFigure(cells: Cells): Figure {
	return {
		indicator: cells.text('indicator'),
		region: cells.text('region_code'),
		period: { start: cells.text('period_start'), end: cells.text('period_end') },
		value: cells.number('value'),
		unit: known(cells.text('unit'), isUnit),
		state: known(cells.text('state'), isFigureState),
		sourceId: cells.text('source_id'),
		certainty: known(cells.text('certainty'), isCertainty),
		flag: cells.text('flag') === '' ? null : known(cells.text('flag'), isFlag)
	};
}

export function known<Word extends string>(text: string, is: (text: string) => text is Word): Word {
	if (is(text)) return text;
	throw new RangeError(`"${text}" is not a word of the model`);
}

/** Whether a text is one of a closed list, for {@link known}. */
export function oneOf<Word extends string>(words: readonly Word[]): (text: string) => text is Word {
	return (text): text is Word => (words as readonly string[]).includes(text);
}
