/** Letters by their width in ems, in a wide system font (DejaVu Sans, Verdana). */
const LETTERS: readonly (readonly [letters: RegExp, ems: number])[] = [
	[/[ijl.,:;'|!]/, 0.31],
	[/[ft()r\-/\s]/, 0.4],
	[/[mwMW%…—]/, 0.95],
	[/[A-Z]/, 0.7]
];
const OTHER = 0.62;
const BOLD = 1.12;

/** Width of a text, near enough to leave room for it in any system font. */
export function textWidth(text: string, size: number, bold = false): number {
	let ems = 0;
	for (const letter of text) ems += LETTERS.find(([letters]) => letters.test(letter))?.[1] ?? OTHER;
	return ems * size * (bold ? BOLD : 1);
}

/** `Kabupaten Bogor` as drawings write it, where room is short: `Kab. Bogor`. */
export function shortLabel(label: string): string {
	return label.replace(/^Kabupaten /, 'Kab. ');
}
