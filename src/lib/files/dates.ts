const ISO =
	/^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const LOCAL = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/**
 * The ISO date of a text: `2024-03-01`, or day, month and year as Indonesian writes them
 * (`01/03/2024` is 1 March). Null where it is no day of the calendar.
 */
export function dateIn(text: string): string | null {
	const iso = ISO.exec(text);
	const local = iso ? null : LOCAL.exec(text);
	const [year, month, day] = iso
		? [iso[1], iso[2], iso[3]]
		: local
			? [local[3], local[2], local[1]]
			: [];
	if (year === undefined || month === undefined || day === undefined) return null;
	const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
	if (date.getUTCMonth() !== Number(month) - 1 || Number(year) < 1000) return null;
	return date.toISOString().slice(0, 10);
}
