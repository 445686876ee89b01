import type { Direction, Indicator } from '$lib/model/catalogue';
import type { Locale } from '$lib/model/locale';
import { isUnit } from '$lib/model/unit';
import { readRows } from './cells';
import { known } from './figures';
import { localized } from './localized';
import type { Question } from './question';

const DIRECTIONS: readonly Direction[] = ['up', 'down', 'none'];

/** Every indicator with its definition, in the order of the catalogue. */
export function indicators(locale: Locale): Question<Indicator> {
	return {
		name: 'indicators',
		sql: `SELECT id::VARCHAR AS id, programme::VARCHAR AS programme, ${localized('name', locale)},
	${localized('definition', locale)}, ${localized('numerator', locale)},
	${localized('denominator', locale)}, unit::VARCHAR AS unit, direction::VARCHAR AS direction,
	method_source
FROM published.indicator ORDER BY rowid`,
		params: [],
		read: (table) =>
			readRows(table, (cells) => ({
				id: cells.text('id'),
				programme: cells.text('programme'),
				name: cells.text('name'),
				definition: cells.text('definition'),
				numerator: cells.text('numerator'),
				denominator: cells.text('denominator'),
				unit: known(cells.text('unit'), isUnit),
				direction: known(cells.text('direction'), isDirection),
				methodSource: cells.text('method_source')
			}))
	};
}

function isDirection(text: string): text is Direction {
	return (DIRECTIONS as readonly string[]).includes(text);
}
