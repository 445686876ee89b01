import type { Grid } from './grid';
import type { Meaning } from './meaning';
import { UNIT_BY_SIZE } from './measures';
import { type Note, note } from './note';
import { type DecimalMark, decimalEvidence, readNumber } from './numbers';

/** The decimal mark of each column: its own evidence, else that of the other columns of figures. */
export function marksOf(
	rows: Grid['rows'],
	meanings: readonly Meaning[],
	stated: DecimalMark | undefined,
	notes: Note[]
) {
	const own = new Map(
		meanings.map(({ at }) => [at, stated ?? decimalEvidence(rows.map((row) => row[at] ?? ''))])
	);
	const shown = new Set([...own.values()].filter((mark) => mark !== null));
	const [only] = shown;
	const marks = new Map<number, DecimalMark | null>();
	for (const { at, name } of meanings) {
		const mark = own.get(at) ?? null;
		const shared = mark === null && shown.size === 1 && only !== 'mixed' ? (only ?? null) : null;
		marks.set(at, mark === 'mixed' ? null : (mark ?? shared));
		const open =
			shared !== null &&
			rows.some(
				(row) =>
					readNumber(row[at], null).kind === 'bad' && readNumber(row[at], shared).kind === 'number'
			);
		if (open) notes.push(note('mark_from_file', name, shared));
	}
	return marks;
}

/** Columns without any unit whose values all lie where only one unit can be meant. */
export function sizedColumns(
	rows: Grid['rows'],
	meanings: readonly Meaning[],
	marks: ReadonlyMap<number, DecimalMark | null>,
	notes: Note[]
): Set<number> {
	const sized = new Set<number>();
	for (const { at, name, indicator, unit } of meanings) {
		const bounds = UNIT_BY_SIZE[indicator];
		if (!bounds || unit.kind !== 'none') continue;
		const values = rows.flatMap((row) => {
			const number = readNumber(row[at], marks.get(at) ?? ',');
			return number.kind === 'number' ? [number.value] : [];
		});
		if (
			values.length === 0 ||
			!values.every((value) => value >= bounds.least && value <= bounds.most)
		)
			continue;
		sized.add(at);
		notes.push(note('unit_by_size', name, `${Math.min(...values)}–${Math.max(...values)}`));
	}
	return sized;
}
