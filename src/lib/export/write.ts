import type { Locale } from '$lib/model/locale';
import { m } from '$lib/i18n/paraglide/messages';
import type { ExportTable } from './table';

export const TABLE_FORMATS = ['csv', 'xlsx', 'parquet', 'arrow'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

const TYPES: Record<TableFormat, string> = {
	csv: 'text/csv;charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	parquet: 'application/vnd.apache.parquet',
	arrow: 'application/vnd.apache.arrow.file'
};

/**
 * A table as a file, with all that must be known of it inside. Each writer is loaded when it is needed.
 * @param locale of the few words that the writers add themselves
 * @throws RangeError where a format cannot hold that many rows
 */
export async function writeTable(
	table: ExportTable,
	format: TableFormat,
	locale: Locale = 'id'
): Promise<Blob> {
	const type = TYPES[format];
	switch (format) {
		case 'csv': {
			const { tableCsv } = await import('./csv');
			return new Blob([tableCsv(table)], { type });
		}
		case 'xlsx': {
			const { tableXlsx } = await import('./xlsx');
			const words = {
				data: m.export_sheet_data({}, { locale }),
				about: m.export_sheet_about({}, { locale }),
				title: m.export_title({}, { locale })
			};
			return tableXlsx(table, words);
		}
		case 'parquet': {
			const { tableParquet } = await import('./parquet');
			return new Blob([tableParquet(table)], { type });
		}
		case 'arrow': {
			const { tableArrow } = await import('./arrow');
			return new Blob([new Uint8Array(tableArrow(table))], { type });
		}
	}
}

/** Gives the reader a file to save. */
export function saveBlob(blob: Blob, name: string): void {
	const address = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// Some browsers read it only after the click.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
