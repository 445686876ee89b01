import { dayOfMonth } from '$lib/model';
import { type Period } from './period';

/** 1 Syawal 1446 as the Ministry of Religious Affairs set it, and the mean length of a year of twelve moons in days. */
const LEBARAN_2025 = Date.UTC(2025, 2, 31);
const LUNAR_YEAR = 354.367;
const DAY = 86_400_000;

/** The month before and of Lebaran: most is bought in the weeks before it. */
const LEBARAN = 1.3;
/** July: the school year begins. */
const SCHOOL = 1.15;
/** March and April: the main rice harvest. December and January: the lean months. */
const BY_MONTH = [0.9, 1, 1.08, 1.08, 1, 1, SCHOOL, 1, 1, 1, 1, 0.92];

function lebaranMonth(year: number): Set<number> {
	const months = new Set<number>();
	const about = Math.round((Date.UTC(year, 6, 1) - LEBARAN_2025) / DAY / LUNAR_YEAR);
	for (const turn of [about - 1, about, about + 1]) {
		const date = new Date(LEBARAN_2025 + Math.round(turn * LUNAR_YEAR) * DAY);
		months.add(date.getUTCFullYear() * 12 + date.getUTCMonth());
	}
	return months;
}

/** How much more or less is bought in a month than in an ordinary one. */
function seasonOf(month: number): number {
	const year = Math.floor(month / 12);
	const ordinary = BY_MONTH[month - year * 12] ?? 1;
	const lebaran = new Set([...lebaranMonth(year), ...lebaranMonth(year + 1)]);
	return ordinary * (lebaran.has(month) || lebaran.has(month + 1) ? LEBARAN : 1);
}

/** SQL of the months of a period: number, first day and season, as rows. */
export function monthRows({ first, last }: Period): string {
	const rows = Array.from({ length: last - first + 1 }, (_, index) => {
		const month = first + index;
		return `(${month}, DATE '${dayOfMonth(month, 1)}', ${seasonOf(month).toFixed(4)})`;
	});
	return `SELECT * FROM (VALUES ${rows.join(', ')}) v(month, day_one, season)`;
}
