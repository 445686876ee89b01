import { formatAmount } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { flagName } from '$lib/i18n/words';
import { isImplausible, yearOf } from '$lib/model';
import type { CoverageRow } from '$lib/query/coverage';
import type { CoverageParts } from './answer';
import type { Asking } from './context';
import { type PkhRows, doubtedPart } from './pkh-rows';

/** What the figure of the region in focus is made of, and why it has no rank where it has none. */
export function partsOf(picked: PkhRows, { locale }: Asking): CoverageParts | null {
	const { rows, region, year } = picked;
	const own = rows.filter((row) => row.region === region);
	const row = own.find(({ period }) => yearOf(period) === year);
	if (!row) return null;
	return {
		title: m.coverage_parts({ name: row.regionName, year: String(year) }, { locale }),
		families: row.families,
		people: row.people,
		ratio: row,
		unranked: row.flag && isImplausible(row.flag) ? unranked(row, own, locale) : ''
	};
}

function unranked(row: CoverageRow, own: readonly CoverageRow[], locale: Asking['locale']): string {
	const doubted = doubtedPart(row);
	const partIn = (other: CoverageRow) =>
		doubted.unit === 'families' ? other.families : other.people;
	const others = own
		.filter((other) => Math.abs(yearOf(other.period) - yearOf(row.period)) === 1)
		.map((other) => {
			const { value, unit, period } = partIn(other);
			return `${formatAmount(value ?? 0, unit, locale)} (${yearOf(period)})`;
		});
	return m.coverage_parts_unranked(
		{ reason: doubted.flag ? flagName(doubted.flag, locale) : '', others: others.join(', ') },
		{ locale }
	);
}
