import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { type Figure, TIDY_COLUMNS } from '$lib/model';

function field(text: string): string {
	return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Tidy rows as CSV: comma, LF, an empty value where the state has none. */
export function tidyCsv(figures: readonly Figure[]): string {
	const rows = figures.map((figure) =>
		[
			figure.indicator,
			figure.region,
			figure.period.start,
			figure.period.end,
			figure.value === null ? '' : String(figure.value),
			figure.unit,
			figure.state,
			figure.sourceId,
			figure.certainty,
			figure.flag ?? ''
		]
			.map(field)
			.join(',')
	);
	return [TIDY_COLUMNS.join(','), ...rows, ''].join('\n');
}

/** Writes a file whole or not at all: under another name first, then renamed. */
export async function writeWhole(file: string, text: string): Promise<void> {
	const partial = `${file}.${randomUUID()}.partial`;
	try {
		await writeFile(partial, text, { flag: 'wx' });
		await rename(partial, file);
	} catch (error) {
		await rm(partial, { force: true });
		throw error;
	}
}
