import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { loadReference } from '../../../../data/reference/load';
import type { ExtractJob } from '../../../../data/publish/extract/job';
import { csv, nik } from '../../../support/lists';

/** People with a NIK each, half of them of either regency. Belonging to nobody, and all different. */
export function people(count: number, issuers: readonly string[] = ['3201', '3271']): string[] {
	return Array.from({ length: count }, (_, at) =>
		nik({
			issuer: issuers[at % issuers.length] ?? '3201',
			district: 1 + (at % 40),
			day: 1 + (at % 28),
			month: 1 + (at % 12),
			year: 60 + (at % 40),
			woman: at % 3 === 0,
			serial: at
		})
	);
}

/** Windows-1252, as Excel saves it. */
export function western(text: string): Buffer {
	return Buffer.from(text.replaceAll('–', '\x96').replaceAll('“', '\x93'), 'latin1');
}

export function write(file: string, content: string | Uint8Array): string {
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, content);
	return file;
}

/** A secret as the office keeps it. */
export function writeSecret(file: string, content = randomBytes(32).toString('hex')): string {
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, `${content}\n`, { mode: 0o600 });
	return file;
}

/** Rows of a list of recipients, with a header. */
export function receipts(niks: readonly string[]): string[][] {
	return [
		['nik', 'program', 'kabupaten', 'desil', 'bulan_awal'],
		...niks.map((each, at) => [
			each,
			at % 3 === 0 ? 'sembako' : 'pkh',
			each.startsWith('3201') ? 'Kabupaten Bogor' : 'Kota Bogor',
			String(1 + (at % 4)),
			'2025-01'
		])
	];
}

/** Rows of a list of members, with a header. */
export function memberships(niks: readonly string[]): string[][] {
	return [
		['nik', 'koperasi', 'program', 'tanggal_bergabung'],
		...niks.map((each, at) => [each, `KMP-${1 + (at % 3)}`, 'kmp', '2025-02-10'])
	];
}

/** Writes both lists of one small office: 400 recipients, of whom 150 are members, and 50 others. */
export function smallOffice(folder: string): { beneficiaries: string; members: string } {
	const all = people(450);
	return {
		beneficiaries: write(path.join(folder, 'penerima.csv'), csv(receipts(all.slice(0, 400)))),
		members: write(path.join(folder, 'anggota.csv'), csv(memberships(all.slice(250))))
	};
}

const REFERENCE = loadReference();

/** An extract of one or two months, of which the audit takes a small sample. */
export function jobFor(
	files: ExtractJob['files'],
	secret: Uint8Array,
	out: string,
	more: Partial<ExtractJob> = {}
): ExtractJob {
	return {
		id: 'percobaan',
		kind: 'computed',
		files,
		secret,
		reference: REFERENCE,
		priority: [],
		reporting: [],
		stages: [],
		from: 2025 * 12 + 1,
		until: 2025 * 12 + 1,
		out,
		publisher: 'Dinas Sosial',
		licence: 'CC-BY-4.0',
		blocks: 5,
		today: '2025-12-31',
		...more
	};
}

/** Rows of a table of an extract, from its CSV: each by its columns. */
export function published(out: string, table: string): Record<string, string>[] {
	const text = gunzipSync(readFileSync(path.join(out, `${table}.csv.gz`))).toString('utf8');
	const [header = '', ...lines] = text.trimEnd().split(/\r?\n/);
	const names = header.split(',');
	return lines.map((line) => {
		const cells = line.split(',');
		return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
	});
}
