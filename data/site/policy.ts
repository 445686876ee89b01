import config from '../../svelte.config.js';

/** Only the page itself can say which of its inline scripts may run: by hashes, in its <meta>. */
const IN_META_ONLY = new Set(['default-src', 'script-src']);
const KEYWORDS = new Set(['self', 'none', 'unsafe-inline', 'wasm-unsafe-eval']);

function written(directives: readonly (readonly [string, readonly string[]])[]): string {
	return directives
		.map(([name, sources]) =>
			[name, ...sources.map((source) => (KEYWORDS.has(source) ? `'${source}'` : source))].join(' ')
		)
		.join('; ');
}

const own = Object.entries(config.kit?.csp?.directives ?? {}).filter(
	(entry): entry is [string, string[]] => Array.isArray(entry[1])
);
const alone: [string, string[]] = ['frame-ancestors', ['none']];
const all: [string, string[]][] = [...own, alone];
const page = own.filter(([name]) => !IN_META_ONLY.has(name));

/**
 * The policy as the server sends it. A page carries its own in a <meta>, with the hashes of its
 * inline scripts; the header adds what a <meta> cannot say (`frame-ancestors`) and repeats all but
 * the script rules. Everything else, above all the worker's script, which no <meta> reaches, gets
 * the whole.
 */
export const PAGE_POLICY = written([...page, alone]);
export const FILE_POLICY = written(all);
/** Of the pages that are made to stand in others' frames: they know no reader and change nothing. */
export const FRAMED_POLICY = written([...page, ['frame-ancestors', ['*']]]);

/** Paths of those pages, in both languages. */
export const FRAMED = /^\/(en\/)?sematan\//;

/** Sent with every answer. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'strict-origin-when-cross-origin',
	'Cross-Origin-Opener-Policy': 'same-origin'
};

export const IMMUTABLE = 'public, max-age=31536000, immutable';
