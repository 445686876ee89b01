import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMON_HEADERS, FILE_POLICY, IMMUTABLE, PAGE_POLICY } from '../../../data/site/policy';
import svelteConfig from '../../../svelte.config.js';

const FILES = ['static/_headers', 'static/.htaccess', 'data/site/nginx.conf.example'];

describe('the policy that hosts send', () => {
	it('is the one the pages are built with, and forbids framing', () => {
		const built = svelteConfig.kit?.csp?.directives ?? {};
		const sent = new Map(
			FILE_POLICY.split('; ').map((directive) => {
				const [name = '', ...sources] = directive.split(' ');
				return [name, sources.map((source) => source.replaceAll("'", ''))];
			})
		);
		expect(Object.fromEntries(sent)).toEqual({ ...built, 'frame-ancestors': ['none'] });
	});

	it('lets a page say itself which of its scripts may run, and nothing more', () => {
		const rest = FILE_POLICY.split('; ').filter((part) => !/^(default|script)-src /.test(part));
		expect(PAGE_POLICY.split('; ')).toEqual(rest);
	});

	for (const file of FILES)
		it(`stands in ${file}, for pages and for the worker's script`, () => {
			const text = readFileSync(file, 'utf8');
			const policies = [...text.matchAll(/Content-Security-Policy:? "?(.+?)"?( always;)?$/gm)].map(
				([, policy]) => policy
			);
			expect(new Set(policies)).toEqual(new Set([PAGE_POLICY, FILE_POLICY]));
			for (const [name, value] of Object.entries(COMMON_HEADERS))
				expect(text).toMatch(new RegExp(`${name}:? "?${value}"?`));
			expect(text).toContain(IMMUTABLE);
		});
});
