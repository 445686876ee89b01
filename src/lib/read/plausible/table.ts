import { NATION, type Unit, levelOf, periodKey, provinceOf } from '$lib/model';
import type { PlacedFigure } from '../figures';
import { AREA_PARTS } from '../measures';
import { type Doubt, groupBy, median, timesApart } from './mark';

/** Units whose parts add up to their whole. */
const ADDITIVE: ReadonlySet<Unit> = new Set<Unit>([
	'people',
	'families',
	'permits',
	'enterprises',
	'cooperatives',
	'accounts',
	'kampung'
]);

const MOST = 10;
const ALONE = 5;
const FEWEST = 5;

/**
 * A figure that does not grow with the size of its area (a rate, a line of rupiah), more than ten
 * times off the middle of its table and period, and far from every other figure there.
 */
export function outliers(figures: readonly PlacedFigure[]): Doubt[] {
	const scaled = figures.filter(({ unit, value }) => !ADDITIVE.has(unit) && (value ?? 0) > 0);
	const tables = groupBy(scaled, (figure) => `${figure.indicator} ${periodKey(figure.period)}`);
	return [...tables.values()].flatMap((table) =>
		table.flatMap((figure) => {
			const others = table.filter((one) => one !== figure).map(({ value }) => value ?? 0);
			const value = figure.value ?? 0;
			if (others.length < FEWEST) return [];
			const middle = median(others);
			const nearest = Math.min(...others.map((other) => timesApart(value, other)));
			if (timesApart(value, middle) <= MOST || nearest <= ALONE) return [];
			return [{ figure, flag: 'outlier' as const, against: [middle], where: [] }];
		})
	);
}

interface Sum {
	value: number;
	/** How far rounding alone may take the sum from the total. */
	slack: number;
	complete: boolean;
}

function contradicts(total: PlacedFigure, sum: Sum): boolean {
	const apart = sum.value - (total.value ?? 0);
	const slack = sum.slack + total.step / 2 + 1e-6;
	return sum.complete ? Math.abs(apart) > slack : apart > slack;
}

function sumOf(parts: readonly PlacedFigure[], complete: boolean): Sum {
	const values = parts.flatMap((part) => part.value ?? []);
	return {
		value: values.reduce((sum, value) => sum + value, 0),
		slack: parts.reduce((sum, part) => sum + part.step / 2, 0),
		complete: complete && values.length === parts.length
	};
}

/**
 * Totals that their parts contradict by more than rounding explains: provinces against their
 * regencies, the nation against its provinces, and all people against urban and rural. Where parts
 * are missing, a total is wrong only if it is smaller than those there are. A total beside a part
 * that is doubted already cannot be judged.
 * @param partsOf codes of the regions that make up a region today
 */
export function totals(
	figures: readonly PlacedFigure[],
	partsOf: (code: string) => readonly string[],
	doubted: ReadonlySet<PlacedFigure>
): Doubt[] {
	const additive = figures.filter(({ unit }) => ADDITIVE.has(unit));
	const found: Doubt[] = [];
	for (const table of groupBy(
		additive,
		(figure) => `${figure.indicator} ${periodKey(figure.period)}`
	).values())
		for (const total of table) {
			const level = levelOf(total.region);
			if (total.value === null || level === 'regency') continue;
			const parts = table.filter(({ region }) =>
				level === 'nation'
					? levelOf(region) === 'province'
					: levelOf(region) === 'regency' && provinceOf(region) === total.region
			);
			const there = new Set(parts.map(({ region }) => region));
			const complete = partsOf(total.region).every((code) => there.has(code));
			judge(total, parts, complete);
		}
	for (const place of groupBy(
		additive,
		(figure) => `${figure.region} ${periodKey(figure.period)}`
	).values()) {
		const total = place.find(({ indicator }) => indicator === AREA_PARTS.total);
		const parts = AREA_PARTS.parts.flatMap(
			(id) => place.find(({ indicator }) => indicator === id) ?? []
		);
		if (total) judge(total, parts, parts.length === AREA_PARTS.parts.length);
	}
	return found;

	function judge(total: PlacedFigure, parts: readonly PlacedFigure[], complete: boolean): void {
		if (parts.length === 0 || total.value === null || doubted.has(total)) return;
		if (parts.some((part) => doubted.has(part))) return;
		const sum = sumOf(parts, complete);
		if (!contradicts(total, sum)) return;
		found.push({ figure: total, flag: 'total_mismatch', against: [sum.value], where: [] });
	}
}

/** Codes directly under a region. */
export function partsIn(regions: readonly { code: string }[]): (code: string) => readonly string[] {
	const parts = new Map<string, string[]>();
	for (const { code } of regions) {
		const level = levelOf(code);
		if (level === 'nation') continue;
		const parent = level === 'province' ? NATION : provinceOf(code);
		parts.set(parent, [...(parts.get(parent) ?? []), code]);
	}
	return (code) => parts.get(code) ?? [];
}
