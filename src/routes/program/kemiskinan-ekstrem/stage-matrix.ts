import { DISTRICT_STAGES, type DistrictStage, type RegionCode, provinceOf } from '$lib/model';

/** A district, and the day on which it reached each stage. */
export interface DistrictStages {
	code: RegionCode;
	name: string;
	/** In the order of the stages; null where none is known, which says nothing of whether it was reached. */
	dates: readonly (string | null)[];
}

/** The districts of a province. */
export interface ProvinceStages {
	code: RegionCode;
	name: string;
	districts: readonly DistrictStages[];
	/** Districts with a date, in the order of the stages. */
	known: readonly number[];
}

export interface StageMatrix {
	provinces: readonly ProvinceStages[];
	districts: number;
	known: readonly number[];
	/** Districts with a date of every stage. */
	whole: number;
}

/**
 * Who reached which stage when, by province. A district of which nothing is known stands there too:
 * that nobody has said it is the most important answer.
 * @param places districts with their names, and the name of each province by its code
 * @param rows stages that were reached; those of a district that is not among the places are left out
 */
export function stageMatrix(
	places: readonly { code: RegionCode; name: string; province: string }[],
	rows: readonly { region: RegionCode; stage: DistrictStage; reachedOn: string }[]
): StageMatrix {
	const dates = new Map(rows.map(({ region, stage, reachedOn }) => [region + stage, reachedOn]));
	const districts = places
		.map(({ code, name, province }) => ({
			code,
			name,
			province,
			dates: DISTRICT_STAGES.map((stage) => dates.get(code + stage) ?? null)
		}))
		.sort((a, b) => a.code.localeCompare(b.code));
	const codes = [...new Set(districts.map(({ code }) => provinceOf(code)))];
	return {
		provinces: codes.map((code) => {
			const inside = districts.filter((district) => provinceOf(district.code) === code);
			return {
				code,
				name: inside[0]?.province ?? code,
				districts: inside.map(({ code: own, name, dates: reached }) => ({
					code: own,
					name,
					dates: reached
				})),
				known: knownOf(inside)
			};
		}),
		...totalsOf(districts)
	};
}

/** The part of a matrix that some districts make, with counts of their own. */
export function stagesWithin(
	{ provinces }: StageMatrix,
	inside: (district: RegionCode) => boolean
): StageMatrix {
	const left = provinces
		.map((province) => {
			const districts = province.districts.filter(({ code }) => inside(code));
			return { ...province, districts, known: knownOf(districts) };
		})
		.filter(({ districts }) => districts.length > 0);
	return { provinces: left, ...totalsOf(left.flatMap(({ districts }) => districts)) };
}

function totalsOf(
	districts: readonly Pick<DistrictStages, 'dates'>[]
): Pick<StageMatrix, 'districts' | 'known' | 'whole'> {
	return {
		districts: districts.length,
		known: knownOf(districts),
		whole: districts.filter(({ dates }) => dates.every((date) => date !== null)).length
	};
}

function knownOf(districts: readonly Pick<DistrictStages, 'dates'>[]): number[] {
	return DISTRICT_STAGES.map(
		(_, index) => districts.filter(({ dates }) => dates[index] !== null).length
	);
}
