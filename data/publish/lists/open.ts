import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { ListError } from '$lib/lists';
import { LOCALES, type ListKind, type Locale } from '$lib/model';
import { type FileProblem, ReadError, describeProblem, problem } from '$lib/read';
import { sniff } from '$lib/read/decode';

/** A file of a list, as it was named. */
export interface NamedFile {
	list: ListKind;
	file: string;
}

export type Kind = 'csv' | 'xlsx' | 'parquet';

export interface OpenedFile extends NamedFile {
	/** Its name without folders, for reports. */
	name: string;
	kind: Kind;
	bytes: number;
	/** Its first bytes. */
	head: Uint8Array;
}

/** Enough for titles and a header of many columns. */
const HEAD = 1 << 18;

/** The kind of a file. A NUL in a cell is that row's trouble, and no sign that the file is no text. */
function kindOf(head: Uint8Array): ReturnType<typeof sniff> {
	try {
		return sniff(head);
	} catch (error) {
		if (!(error instanceof ReadError) || error.problem.rule !== 'file_binary') throw error;
		return sniff(head.map((byte) => (byte === 0 ? 32 : byte)));
	}
}

/** Stops with what the reader of official files says of such a file. */
export function stopForFile({ list, file }: NamedFile, why: FileProblem): never {
	const name = path.basename(file);
	const words = LOCALES.map((locale) => {
		const { message, hint } = describeProblem(why, locale);
		return [locale, { message: message.includes(name) ? message : `${name}: ${message}`, hint }];
	});
	const said = Object.fromEntries(words) as Record<Locale, { message: string; hint: string }>;
	throw new ListError({ kind: 'file', list, file: name, rule: why.rule, said });
}

/**
 * Looks at a file's first bytes.
 * @throws ListError where it is missing, a folder, empty, or of no kind that is read
 */
export async function openList(named: NamedFile): Promise<OpenedFile> {
	const name = path.basename(named.file);
	const { bytes, head } = await headOf(named);
	if (bytes === 0) stopForFile(named, problem('file_empty'));
	if (new TextDecoder('latin1').decode(head.subarray(0, 4)) === 'PAR1')
		return { ...named, name, kind: 'parquet', bytes, head };
	try {
		const kind = kindOf(head);
		if (kind === 'html') stopForFile(named, problem('file_no_table'));
		return { ...named, name, kind: kind === 'xlsx' ? 'xlsx' : 'csv', bytes, head };
	} catch (error) {
		if (error instanceof ReadError) return stopForFile(named, error.problem);
		throw error;
	}
}

async function headOf(named: NamedFile): Promise<{ bytes: number; head: Uint8Array }> {
	const name = path.basename(named.file);
	try {
		const found = await stat(named.file);
		if (found.isDirectory()) return stopForFile(named, problem('file_is_folder', name));
		const handle = await open(named.file);
		try {
			const head = new Uint8Array(Math.min(found.size, HEAD));
			await handle.read(head, 0, head.length, 0);
			return { bytes: found.size, head };
		} finally {
			await handle.close();
		}
	} catch (error) {
		if (error instanceof ListError) throw error;
		const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
		return stopForFile(named, problem(missing ? 'file_missing' : 'file_unreadable', name));
	}
}
