import { formatDate } from '$lib/i18n/format';
import type { Locale } from '$lib/i18n/locale';
import { dimensionValueLabel } from '$lib/i18n/measure-words';
import { m } from '$lib/i18n/paraglide/messages';
import { type ChosenPeriod, type Filters, GROUP_NAMES, type GroupName } from '$lib/state/filters';
import type { FilterChange } from '$lib/state/filtered.svelte';
import type { IdleFilter, IdleReason } from '$lib/state/fit-filters';

/** A filter as it stands below the sentence, with how it is taken away. */
export interface Chip {
	key: string;
	label: string;
	/** Why it does nothing on this page; null where it does. */
	idle: string | null;
	remove: FilterChange;
}

type Word = (inputs: Record<string, never>, options: { locale: Locale }) => string;

const REASONS: Record<IdleReason, Word> = {
	not_here: m.filter_idle_not_here,
	not_in_data: m.filter_idle_not_in_data,
	too_many: m.filter_idle_too_many,
	not_a_district: m.filter_idle_not_a_district,
	published: m.filter_idle_published,
	only_by_year: m.filter_idle_only_by_year,
	only_by_month: m.filter_idle_only_by_month,
	not_together: m.filter_idle_not_together
};

export function reasonWords(reason: IdleReason, locale: Locale): string {
	return REASONS[reason]({}, { locale });
}

/** `Maret 2025`, `Juli 2024 – Maret 2025`, `2024`. */
function periodWords(period: ChosenPeriod, locale: Locale): string {
	if (period.kind === 'year') return String(period.year);
	const until = formatDate(period.until, locale);
	return period.from === null ? until : `${formatDate(period.from, locale)} – ${until}`;
}

/** What was chosen, in words, each to be taken away alone. */
export function chipsOf(
	chosen: Filters,
	idle: readonly IdleFilter[],
	nameOf: (placeOrProgramme: string) => string,
	locale: Locale
): Chip[] {
	function why(name: IdleFilter['name'], value?: string): string | null {
		const found = idle.find(
			(one) => one.name === name && (one.name !== 'places' || one.value === value)
		);
		return found ? reasonWords(found.reason, locale) : null;
	}
	const { places, period, programme, groups, pair } = chosen;
	const unusedPair = why('pair');
	return [
		...places.map((place) => ({
			key: place,
			label: nameOf(place),
			idle: why('places', place),
			remove: { places: places.filter((other) => other !== place) }
		})),
		...(period
			? [
					{
						key: 'period',
						label: periodWords(period, locale),
						idle: why('period'),
						remove: { period: null }
					}
				]
			: []),
		...(programme === null
			? []
			: [
					{
						key: 'programme',
						label: nameOf(programme),
						idle: why('programme'),
						remove: { programme: null }
					}
				]),
		...GROUP_NAMES.flatMap((group: GroupName) => {
			const value = groups[group];
			if (value === undefined) return [];
			const label = groupWords(group, value, locale);
			return [{ key: group, label, idle: why(group), remove: { groups: { [group]: null } } }];
		}),
		// One that is told of is chosen where it is told.
		...(pair && unusedPair !== null
			? [
					{
						key: 'pair',
						label: m.filter_pair({ first: nameOf(pair[0]), second: nameOf(pair[1]) }, { locale }),
						idle: unusedPair,
						remove: { pair: null }
					}
				]
			: [])
	];
}

/** `perempuan`, `desil 3`; what is not known says of what. */
export function groupWords(group: GroupName, value: string, locale: Locale): string {
	const words = dimensionValueLabel(group, value, locale);
	if (value !== 'unknown') return words;
	return m.filter_unknown({ group: groupName(group, locale) }, { locale });
}

export function groupName(group: GroupName, locale: Locale): string {
	const names = { decile: m.filter_decile, sex: m.filter_sex, age: m.filter_age };
	return names[group]({}, { locale });
}
