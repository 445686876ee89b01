import { madeOf } from '$lib/engine/asked';
import { getLocale, localizeHref } from '$lib/i18n/locale';
import { type Figure, type Programme, NATION, figuresOf, latest } from '$lib/model';
import { programmes } from '$lib/query/programmes';
import { series } from '$lib/query/series';
import { type TargetRow, targets } from '$lib/query/targets';
import { type Catalogue, need } from '../catalogue.server';
import { askSite } from '../dataset.server';
import type { RowTarget, StatusRow } from './status-row';
import { yearBefore } from './year-before';

/** The chief published indicators of the systems, where they are known; those with a target join them. */
const CHIEF: readonly { indicator: string; region: string }[] = [
	{ indicator: 'poverty_rate', region: NATION },
	{ indicator: 'extreme_poverty_rate_215', region: NATION },
	{ indicator: 'extreme_poverty_rate_190', region: NATION },
	{ indicator: 'kmp_cooperatives', region: NATION },
	{ indicator: 'kmp_members', region: NATION },
	{ indicator: 'kmp_members_from_pkh', region: '35.09' },
	{ indicator: 'kjmis_members', region: '33.20' },
	{ indicator: 'kampung_with_cooperative', region: '31' }
];

/** A row for each target, and for each chief indicator that has none. */
export async function publishedRows(names: Catalogue): Promise<StatusRow[]> {
	const set = await askSite(targets());
	const others = set.filter((target) => !CHIEF.some(same(target)));
	const asked = [...CHIEF, ...others].flatMap((one): Omit<Asked, 'own'>[] => {
		const { indicator, region } = one;
		const own = set.filter(same(one));
		return own.length > 0
			? own.map((target) => ({ indicator, region, target }))
			: [{ indicator, region, target: null }];
	});
	const figures = await askSite(
		series({
			indicators: [...new Set(asked.map(({ indicator }) => indicator))],
			regions: [...new Set(asked.map(({ region }) => region))]
		})
	);
	const systems = new Map((await askSite(programmes(getLocale()))).map((one) => [one.id, one]));
	return asked.map(({ indicator, region, target }) => {
		const own = figures.filter(
			(figure) => figure.region === region && !NOT_ACTUAL.has(figure.state)
		);
		return rowOf({ indicator, region, target, own: figuresOf(own, indicator) }, names, systems);
	});
}

/** What stands in the series of an indicator and has not been observed. */
const NOT_ACTUAL: ReadonlySet<Figure['state']> = new Set([
	'target',
	'projection',
	'not_comparable'
]);

function same(wanted: { indicator: string; region: string }) {
	return (one: { indicator: string; region: string }) =>
		one.indicator === wanted.indicator && one.region === wanted.region;
}

interface Asked {
	indicator: string;
	region: string;
	target: TargetRow | null;
	own: readonly Figure[];
}

function rowOf(
	{ indicator, region, target, own }: Asked,
	names: Catalogue,
	systems: ReadonlyMap<string, Programme>
): StatusRow {
	const { name, unit, direction, programme } = need(names.indicators, indicator);
	const actual = latest(own, indicator) ?? null;
	const system = need(systems, target?.programme ?? programme);
	return {
		id: indicator,
		name,
		place: need(names.regions, region).name,
		programme: { name: system.name, page: system.page },
		unit,
		direction: direction === 'down' ? 'at_most' : 'at_least',
		actual,
		before: actual && actual.value !== null ? yearBefore(own, actual) : null,
		source: actual ? sourceOf(actual.sourceId, names) : null,
		target: target ? targetOf(target, unit, names) : null,
		reported: '',
		newest: ''
	};
}

function sourceOf(id: string, names: Catalogue): StatusRow['source'] {
	const { publisher } = need(names.sources, id);
	return { href: `${localizeHref('/sumber/')}#${id}`, publisher };
}

function targetOf(target: TargetRow, unit: Figure['unit'], names: Catalogue): RowTarget {
	const { id, publisher } = need(names.sources, target.sourceId);
	const figure: Figure = {
		indicator: target.indicator,
		region: target.region,
		period: { start: target.date, end: target.date },
		value: target.value,
		unit,
		state: 'target',
		sourceId: id,
		certainty: target.certainty,
		flag: null
	};
	return { figure: madeOf(figure, [target]), source: { id, publisher } };
}
