import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
	COMMON_HEADERS,
	FILE_POLICY,
	FRAMED_POLICY,
	IMMUTABLE,
	PAGE_POLICY
} from '../../../data/site/policy';
import svelteConfig from '../../../svelte.config.js';

const NAMED = 'static/_headers';
const FILES = [NAMED, 'static/.htaccess', 'data/site/nginx.conf.example'];

const policiesIn = (text: string) =>
	[...text.matchAll(/Content-Security-Policy:? "?(.+?)"?( always;| "expr.*)?$/gm)].map(
		([, policy = '']) => policy
	);

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

	it('lets the pages that are made for frames stand in them, and is otherwise the same', () => {
		expect(FRAMED_POLICY).toBe(PAGE_POLICY.replace("frame-ancestors 'none'", 'frame-ancestors *'));
	});

	it('is put together from rules that add up, where no rule can take another back', () => {
		const rules = new Map(
			readFileSync(NAMED, 'utf8')
				.split(/^(?=\/)/m)
				.slice(1)
				.map((rule): [string, string] => [rule.split('\n')[0] ?? '', policiesIn(rule)[0] ?? ''])
		);
		const alone = "frame-ancestors 'none'";
		expect(`${rules.get('/*')}; ${alone}`).toBe(PAGE_POLICY);
		expect(rules.get('/_app/*')).toBe(FILE_POLICY);
		expect(rules.get('/service-worker.js')).toBe(FILE_POLICY);
		// Every section of the site but the one for frames, in both languages.
		const sections = readdirSync('src/routes', { withFileTypes: true })
			.filter((entry) => entry.isDirectory() && entry.name !== 'sematan')
			.filter(({ name }) =>
				readdirSync(`src/routes/${name}`, { recursive: true }).some((file) =>
					String(file).endsWith('+page.svelte')
				)
			)
			.map(({ name }) => (name.includes('.') ? `/${name}` : `/${name}/*`));
		for (const section of ['/', ...sections]) {
			expect(rules.get(section), section).toBe(alone);
			if (section !== '/404.html') expect(rules.get(`/en${section}`), section).toBe(alone);
		}
		expect([...rules.keys()].filter((rule) => rule.includes('sematan'))).toEqual([]);
	});

	it('lets a page say itself which of its scripts may run, and nothing more', () => {
		const rest = FILE_POLICY.split('; ').filter((part) => !/^(default|script)-src /.test(part));
		expect(PAGE_POLICY.split('; ')).toEqual(rest);
	});

	for (const file of FILES)
		it(`stands in ${file}, for pages and for the worker's script`, () => {
			const text = readFileSync(file, 'utf8');
			if (file !== NAMED)
				expect(new Set(policiesIn(text))).toEqual(
					new Set([PAGE_POLICY, FILE_POLICY, FRAMED_POLICY])
				);
			for (const [name, value] of Object.entries(COMMON_HEADERS))
				expect(text).toMatch(new RegExp(`${name}:? "?${value}"?`));
			expect(text).toContain(IMMUTABLE);
		});
});
