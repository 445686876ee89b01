/** Folder of a reader's own files, and the schema that their tables stand in. */
export const OWN = 'berkas';
export const OWN_FILES = `${OWN}/`;

/** Under which path DuckDB reads a file that was added by this name. */
export function ownPath(name: string): string {
	return `${OWN_FILES}${name}`;
}
