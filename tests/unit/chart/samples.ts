import type { ChartFrame } from '../../../src/lib/chart/model';
import type { TilePlace } from '../../../src/lib/chart/build/shaded';
import {
	type Figure,
	type FigureState,
	type Flag,
	hasValue,
	monthPeriod,
	yearPeriod
} from '../../../src/lib/model';

/** A figure of one year; a state without a value has none. */
export function figure(
	region: string,
	year: number,
	value: number | null,
	state: FigureState = value === null ? 'missing' : 'published',
	flag: Flag | null = null
): Figure {
	return {
		indicator: 'pkh_families',
		region,
		period: yearPeriod(year),
		value: hasValue(state) ? value : null,
		unit: 'families',
		state,
		sourceId: 'dinsos-jabar-pkh-20731',
		certainty: 'high',
		flag
	};
}

export function monthly(region: string, values: readonly (number | null)[]): Figure[] {
	return values.map((value, index) => ({
		...figure(region, 2023, value),
		period: monthPeriod(2023 + Math.floor(index / 12), (index % 12) + 1)
	}));
}

export function frame(changes: Partial<ChartFrame> = {}): ChartFrame {
	return {
		id: 'sample',
		locale: 'id',
		title: 'Keluarga penerima PKH',
		subtitle: 'Keluarga, 2017-2024',
		unit: 'families',
		sources: [
			{
				id: 'dinsos-jabar-pkh-20731',
				publisher: 'Dinas Sosial Jawa Barat',
				title: 'Keluarga penerima PKH',
				date: '2024'
			}
		],
		...changes
	};
}

/** The country's 514 places on a grid of 30 columns: the drawing's size, not its shape. */
export function places(count = 514): TilePlace[] {
	return Array.from({ length: count }, (_, index) => {
		const x = index % 30;
		const y = Math.floor(index / 30);
		const province = 11 + Math.floor(x / 5) * 6 + Math.floor(y / 3);
		const region = `${province}.${String((y % 3) * 5 + (x % 5) + 1).padStart(2, '0')}`;
		return { region, name: `Kabupaten ${region}`, abbreviation: 'KAB', x: x + 4, y: y + 2 };
	});
}
