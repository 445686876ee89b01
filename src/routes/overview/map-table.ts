import type { ExtractContext } from '$lib/answer/context';
import { type BoundedFigure, provinceOf } from '$lib/model';
import { cellFigure, rateFigure } from '$lib/protect/cell-figure';
import type { RateRow } from '$lib/query/computed/rates';

/** More districts than these are one row a province: the page is sent to everyone. */
const LONG = 60;

interface DistrictRow {
	code: string;
	name: string;
	/** Null where no rate is made of its counts. */
	rate: BoundedFigure | null;
	/** Why there is no rate: its part where it has not come, else its whole. */
	instead: BoundedFigure;
}

interface ProvinceRow {
	code: string;
	name: string;
	/** Districts with a value, of all that lists cover. */
	known: number;
	total: number;
}

/** What the small map shows, to be read and walked by keys: by district, or by province where they are many. */
export type MapTable =
	| { by: 'district'; rows: DistrictRow[] }
	| { by: 'province'; rows: ProvinceRow[]; districts: number };

/** @param rows the counts behind the tiles, of the districts that lists cover */
export function mapTable(
	rows: readonly RateRow[],
	{ names, cell }: Pick<ExtractContext, 'names' | 'cell'>
): MapTable {
	const nameOf = (code: string) => names[code] ?? code;
	const districts = [...rows]
		.sort((a, b) => (a.region < b.region ? -1 : 1))
		.map(({ region, part, whole }) => ({
			code: region,
			name: nameOf(region),
			rate: rateFigure(part, whole, cell),
			instead: cellFigure(part.published === null ? part : whole, cell)
		}));
	if (districts.length <= LONG) return { by: 'district', rows: districts };
	const provinces = [...new Set(districts.map(({ code }) => provinceOf(code)))];
	return {
		by: 'province',
		districts: districts.length,
		rows: provinces.map((code) => {
			const own = districts.filter((district) => provinceOf(district.code) === code);
			const known = own.filter(({ rate }) => rate !== null && rate.value !== null).length;
			return { code, name: nameOf(code), known, total: own.length };
		})
	};
}
