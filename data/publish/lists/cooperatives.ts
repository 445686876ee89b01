import { createHmac } from 'node:crypto';
import { cooperativeMessage, publishableCode } from '$lib/lists';

/** Digits of a disguised name that are published, and where two names share those. */
const SHORT = 8;
const LONG = 16;

/** The publishable code of each text that names a cooperative: its own, or its name disguised. */
export function cooperativeCodes(texts: Iterable<string>, key: Uint8Array): Map<string, string> {
	const codes = new Map<string, string>();
	const hashes = new Map<string, string>();
	for (const text of texts) {
		const own = publishableCode(text);
		if (own !== null) codes.set(text, own);
		else hashes.set(text, createHmac('sha256', key).update(cooperativeMessage(text)).digest('hex'));
	}
	const behind = new Map<string, Set<string>>();
	for (const hash of hashes.values()) {
		const short = hash.slice(0, SHORT);
		behind.set(short, (behind.get(short) ?? new Set()).add(hash));
	}
	for (const [text, hash] of hashes) {
		const shared = (behind.get(hash.slice(0, SHORT))?.size ?? 1) > 1;
		codes.set(text, `K-${hash.slice(0, shared ? LONG : SHORT)}`);
	}
	return codes;
}
