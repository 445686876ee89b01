import { findHeaders, findKeys } from '$lib/protect/scan/columns';
import type { TextForm } from '$lib/protect/scan/alone';
import { findIdentifiers, type FindOptions } from '$lib/protect/scan/find';
import type { Finding } from '$lib/protect/scan/finding';

/** What a file without a table in it is read as. */
export type Reading = TextForm | 'csv' | 'json';

const READINGS: readonly [RegExp, Reading][] = [
	[/\.(?:csv|tsv)$/i, 'csv'],
	[/\.(?:json|geojson|webmanifest|map)$/i, 'json'],
	[/\.(?:[cm]?js|css|svg)$/i, 'code'],
	[/\.(?:html?|txt|md|xml)$/i, 'text']
];

/** @param start the first bytes of the file, for a name that says nothing */
function readingOf(name: string, start: Uint8Array): Reading {
	const known = READINGS.find(([pattern]) => pattern.test(name))?.[1];
	if (known !== undefined) return known;
	const encoding = encodingOf(start);
	return encoding === 'utf-8' && start.includes(0) ? 'bytes' : 'text';
}

function encodingOf(start: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
	if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
	return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** Longest identifier with what is looked at behind it, in characters. */
const BEHIND = 512;
/** What is looked at before an identifier. */
const BEFORE = 256;

/**
 * Identifiers in a text that comes in pieces. The pieces overlap by what an identifier can be long,
 * so that none is lost between two of them or found twice.
 */
export async function* findInStream(
	pieces: AsyncIterable<Uint8Array>,
	reading: Reading | null,
	name: string,
	options: Omit<FindOptions, 'form'>
): AsyncGenerator<Finding> {
	let decoder: TextDecoder | null = null;
	let how = reading;
	let text = '';
	/** Where `text` begins in the whole, and up to where findings have been given out. */
	let offset = 0;
	let told = 0;
	for await (const piece of pieces) {
		how ??= readingOf(name, piece.subarray(0, 8192));
		decoder ??= new TextDecoder(how === 'bytes' ? 'latin1' : encodingOf(piece));
		text += decoder.decode(piece, { stream: true });
		const until = offset + text.length - BEHIND;
		if (until <= told) continue;
		yield* between(text, offset, told, until, how, options);
		told = until;
		const drop = Math.max(0, told - BEFORE - offset);
		text = text.slice(drop);
		offset += drop;
	}
	if (how === null || decoder === null) return;
	text += decoder.decode();
	yield* between(text, offset, told, Infinity, how, options);
}

function between(
	text: string,
	offset: number,
	from: number,
	until: number,
	reading: Reading,
	options: Omit<FindOptions, 'form'>
): Finding[] {
	const form = reading === 'csv' || reading === 'json' ? 'text' : reading;
	const found = findIdentifiers(text, { ...options, form });
	if (reading === 'json') found.push(...findKeys(text));
	if (reading === 'csv' && offset === 0) found.push(...findHeaders(firstLine(text)));
	return found
		.map(({ kind, position, length }) => ({ kind, position: position + offset, length }))
		.filter(({ position }) => position >= from && position < until)
		.sort((a, b) => a.position - b.position);
}

function firstLine(text: string): string {
	return /^[^\r\n]*/.exec(text)?.[0] ?? '';
}
