import { plainWords } from '$lib/read/grid';

const LONGEST = 60;

/** A name that can be written in SQL without quotation marks; empty where the text has no letter. */
export function plainName(text: string): string {
	const words = plainWords(text).replace(/%/g, ' persen ').trim().split(/\s+/).join('_');
	const name = words.slice(0, LONGEST).replace(/_+$/, '');
	return /^\p{N}/u.test(name) ? `n_${name}` : name;
}

/** Names of a list, each once, whatever its case: `nilai`, `nilai_2`. */
export function distinctNames(names: readonly string[]): string[] {
	const taken = new Set<string>();
	return names.map((name) => {
		let free = name;
		for (let next = 2; taken.has(free.toLowerCase()); next += 1) free = `${name}_${next}`;
		taken.add(free.toLowerCase());
		return free;
	});
}

/** Names of columns for SQL, by their headers: `kolom_3` for one without a word. */
export function columnNames(headers: readonly string[]): string[] {
	return distinctNames(headers.map((header, at) => plainName(header) || `kolom_${at + 1}`));
}

/** The name of a file's table, among those that are taken. */
export function tableName(fileName: string, taken: readonly string[]): string {
	const name = plainName(fileName.replace(/\.[a-z0-9]{1,8}$/i, '')) || 'tabel';
	return distinctNames([...taken, name]).at(-1) ?? name;
}
