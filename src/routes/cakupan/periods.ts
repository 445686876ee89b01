import { formatPeriod } from '$lib/i18n/format';
import { type Locale, type Period, monthPeriod, yearPeriod } from '$lib/model';

/** Months as `2025-03`, from that of a day to that of another, both with it. */
export function monthsBetween(from: string, until: string): string[] {
	const [first, last] = [numberOf(from), numberOf(until)];
	return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
		const month = first + index;
		return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
	});
}

function numberOf(day: string): number {
	const [year = 0, month = 0] = day.split('-').map(Number);
	return 12 * year + month - 1;
}

/** The period that `2025-03` or `2025` names. */
export function periodOf(name: string): Period {
	const [year = 0, month] = name.split('-').map(Number);
	return month === undefined ? yearPeriod(year) : monthPeriod(year, month);
}

/** `Maret 2025`, `2025`. */
export function periodWords(name: string, locale: Locale): string {
	return formatPeriod(periodOf(name), locale);
}
