/** A cooperative with the kampung that it serves. */
export interface Cooperative {
	number: number;
	name: string;
	kampung: string[];
	sourceId: string;
}

/** One row a cooperative and kampung → one entry a cooperative, in the order of its number. */
export function groupByCooperative(
	rows: readonly { number: number; cooperative: string; kampung: string; sourceId: string }[]
): Cooperative[] {
	const found = new Map<number, Cooperative>();
	for (const { number, cooperative, kampung, sourceId } of rows) {
		const entry = found.get(number) ?? { number, name: cooperative, kampung: [], sourceId };
		entry.kampung.push(kampung);
		found.set(number, entry);
	}
	return [...found.values()].sort((a, b) => a.number - b.number);
}
