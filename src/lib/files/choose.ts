import type { RegionCode } from '$lib/model';
import type { ChosenPlaces } from './columns';
import { type RegionJoin, type Unjoined, candidatesOf, keyReader } from './join';
import type { OwnReading } from './read';

/** Choices with one more; null takes it back. */
export function withPlace(
	chosen: ChosenPlaces,
	key: string,
	region: RegionCode | null
): ChosenPlaces {
	const others = Object.entries(chosen).filter(([other]) => other !== key);
	return Object.fromEntries(region === null ? others : [...others, [key, region]]);
}

/**
 * A reading in which the reader has said which region a place is, as if it had been read so: nothing of
 * the file is read again for it. Unchanged where the region is none of those that the place could be.
 * @param key of the place, as it stands in the join
 */
export function choosePlace(
	reading: OwnReading,
	key: string,
	region: RegionCode | null
): OwnReading {
	const { join, regionColumns, large } = reading;
	const place = join?.unjoined.find((one) => one.key === key);
	if (!join || !regionColumns || !place || !mayBe(place, region)) return reading;
	const chosen = withPlace(regionColumns.chosen, key, region);
	const next = { ...reading, regionColumns: { ...regionColumns, chosen } };
	if (large) {
		const others = large.regions.filter(([other]) => other !== key);
		const regions = region === null ? others : [...others, [key, region] as const];
		const codes = regions.map(([, code]) => code);
		next.large = { ...large, regions };
		next.join = { ...rejoined(join, place, region, codes), regions: [] };
	} else {
		const keyAt = keyReader(reading.values, regionColumns);
		const regions = join.regions.map((before, row) =>
			before === place.chosen && keyAt(row) === key ? region : before
		);
		next.join = { ...rejoined(join, place, region, regions), regions };
	}
	return next;
}

function mayBe({ why }: Unjoined, region: RegionCode | null): boolean {
	return region === null || candidatesOf(why).some(({ code }) => code === region);
}

function rejoined(
	join: RegionJoin,
	place: Unjoined,
	region: RegionCode | null,
	regions: readonly (RegionCode | null)[]
): RegionJoin {
	const codes = new Set(regions.filter((code) => code !== null));
	return {
		...join,
		found: join.found + Number(region !== null) - Number(place.chosen !== null),
		codes: [...codes].sort(),
		unjoined: join.unjoined.map((one) => (one === place ? { ...one, chosen: region } : one))
	};
}
