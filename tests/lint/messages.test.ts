import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/lib/model/locale';

const FOLDER = 'src/lib/i18n/messages';

/** Every message of a language as `key {parameter} {parameter}`, by file. */
function shapes(locale: string): Record<string, string[]> {
	const files = readdirSync(path.join(FOLDER, locale)).sort();
	return Object.fromEntries(
		files.map((file) => {
			const text = readFileSync(path.join(FOLDER, locale, file), 'utf8');
			const messages = Object.entries(JSON.parse(text) as Record<string, unknown>);
			const shape = messages.map(([key, message]) => {
				const parameters = JSON.stringify(message).match(/\{\w+\}/g) ?? [];
				return [key, ...[...new Set(parameters)].sort()].join(' ');
			});
			return [file, shape.sort()];
		})
	);
}

describe('the messages', () => {
	it('say the same things with the same parameters in both languages', () => {
		const [original, ...others] = LOCALES;
		for (const locale of others) expect(shapes(locale)).toEqual(shapes(original));
	});

	it('are given nothing that they do not say: types allow it, and words would be lost in silence', () => {
		const shaped = Object.values(shapes(LOCALES[0])).flat();
		const silent = new Set(shaped.filter((shape) => !shape.includes(' ')));
		const given = readdirSync('src', { recursive: true, withFileTypes: true })
			.filter(
				({ name, parentPath }) => /\.(ts|svelte)$/.test(name) && !/paraglide/.test(parentPath)
			)
			.flatMap(({ name, parentPath }) => {
				const code = readFileSync(path.join(parentPath, name), 'utf8');
				return [...code.matchAll(/\bm\.(\w+)\(\{\s*\w/g)].map(([, message = '']) => message);
			});
		expect(given.length).toBeGreaterThan(100);
		expect(given.filter((message) => silent.has(message))).toEqual([]);
	});
});
