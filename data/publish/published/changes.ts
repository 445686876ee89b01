import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import type { DatasetChange } from '$lib/engine/manifest';
import { CHANGES } from '../../contract/tables';
import type { Fault } from './fault';

const COLUMNS = ['content_hash', 'date', 'note_id', 'note_en'] as const;

/**
 * The change log of the published figures, oldest first: which content, since when, and what was
 * changed. Empty where the folder keeps none.
 */
export function readChanges(published: string, faults: Fault[]): DatasetChange[] {
	const file = path.join(published, CHANGES);
	if (!existsSync(file)) return [];
	const name = path.relative(process.cwd(), file);
	const { data } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
		header: true,
		delimiter: ',',
		skipEmptyLines: true
	});
	return data.map((cells, index) => {
		const fault = (column: string, message: string) =>
			faults.push({ file: name, row: index + 2, column, message });
		const cell = (column: (typeof COLUMNS)[number]) => (cells[column] ?? '').trim();
		for (const column of COLUMNS) if (cell(column) === '') fault(column, 'must not be empty');
		if (!/^[0-9a-f]{64}$/.test(cell('content_hash')))
			fault('content_hash', 'is not a sha256 in lower-case hexadecimal');
		if (!isDay(cell('date'))) fault('date', `"${cell('date')}" is not a day like 2026-11-25`);
		if (index > 0 && cell('date') < (data[index - 1]?.date ?? '').trim())
			fault('date', 'is before the row above: the oldest change comes first');
		if (data.findIndex((row) => row.content_hash?.trim() === cell('content_hash')) < index)
			fault('content_hash', 'stands in a row above');
		return {
			contentHash: cell('content_hash'),
			date: cell('date'),
			note: { id: cell('note_id'), en: cell('note_en') }
		};
	});
}

function isDay(text: string): boolean {
	const time = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) && text.length === 10;
}
