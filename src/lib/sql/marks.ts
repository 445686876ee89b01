import { splitStatements } from '$lib/engine/workbench/statements';

/**
 * Whether a script's answer may rest on what bears a mark (made-up lists, own files): it names a dataset
 * that does, or a table that an earlier script has made of one. What is named in a text counts too: a
 * mark too many does no harm.
 */
export function mayRestOn(script: string, marked: Iterable<string>): boolean {
	const all = new Set(marked);
	return wordsOf(script).some((word) => all.has(word));
}

/** The names that must be marked from now on: those of tables that a script makes of marked ones. */
export function markedAfter(script: string, marked: Iterable<string>): string[] {
	const all = new Set(marked);
	for (const { text, words } of splitStatements(script)) {
		if (!/^(CREATE|INSERT|UPDATE|MERGE|ALTER)$/.test(words[0] ?? '')) continue;
		if (!mayRestOn(text, all)) continue;
		const made =
			/^\s*(?:CREATE|INSERT|UPDATE|MERGE|ALTER)(?:\s+(?:OR|REPLACE|TEMP|TEMPORARY|TABLE|VIEW|MACRO|FUNCTION|INTO|IF|NOT|EXISTS))*\s+([\p{L}\p{N}_."]+)/iu.exec(
				text.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
			);
		const name = made?.[1]?.replaceAll('"', '').split('.').at(-1);
		if (name) all.add(name.toLowerCase());
	}
	return [...all];
}

/**
 * The versions of the datasets that a script names, files beside the first among them; of all where it
 * names none, but tables that an earlier one has made.
 */
export function versionsAsked(
	script: string,
	versions: readonly { id: string; words: string }[]
): string {
	const words = wordsOf(script);
	const named = versions.filter(({ id }) =>
		words.some((word) => word === id || word.startsWith(`${id}_`))
	);
	return (named.length > 0 ? named : versions).map((one) => one.words).join(', ');
}

function wordsOf(script: string): string[] {
	return script.toLowerCase().match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
}
