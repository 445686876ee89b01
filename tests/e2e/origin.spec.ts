import { FILE_POLICY, PAGE_POLICY } from '../../data/site/policy';
import { attribute, elements, fetchPage } from './support/html';
import { SITE_PAGES } from './support/pages';
import { expect, test } from './support/test';

/** What a page loads by itself; that nothing else is asked for, every test on a page watches. */
const LOADING = ['script', 'img', 'link', 'iframe', 'source', 'video', 'audio', 'use', 'image'];

test('no page names anything of another origin, and each closes the door to it', async ({
	request
}) => {
	for (const { address } of SITE_PAGES) {
		const { document, headers } = await fetchPage(request, address);
		const loads = LOADING.flatMap((name) => elements(document, name))
			.flatMap((element) => ['src', 'srcset', 'href'].map((name) => attribute(element, name)))
			.filter((target) => target !== null);
		expect(loads.filter((target) => /^(https?:)?\/\//.test(target))).toEqual([]);
		expect(headers['content-security-policy'], address).toBe(PAGE_POLICY);
		const metas = elements(document, 'meta').filter(
			(meta) => attribute(meta, 'http-equiv')?.toLowerCase() === 'content-security-policy'
		);
		const policies = metas.map((meta) => attribute(meta, 'content') ?? '');
		expect(policies, address).toHaveLength(1);
		expect(policies[0]).toContain("default-src 'none'");
	}
});

test.describe('asked to reach elsewhere', () => {
	test.use({ allowedErrors: /example\.org/ });

	test('a page cannot load a script, a picture or data from elsewhere', async ({ page }) => {
		await page.goto('/');
		const refused = await page.evaluate(async () => {
			const asked = 'https://example.org/x';
			const seen = new Set<string>();
			document.addEventListener('securitypolicyviolation', (event) => {
				event.stopImmediatePropagation();
				seen.add(event.effectiveDirective);
			});
			const picture = new Image();
			picture.src = asked;
			const script = document.createElement('script');
			script.src = asked;
			document.head.append(script);
			await fetch(asked).catch(() => undefined);
			await new Promise((resolve) => setTimeout(resolve, 200));
			return [...seen].sort();
		});
		expect(refused).toEqual(['connect-src', 'img-src', 'script-src-elem']);
	});
});

test('the worker of the engine is sent with a policy that keeps it at home', async ({
	request
}) => {
	const page = await fetchPage(request, '/');
	const start = /"?(\/_app\/immutable\/entry\/start\.[^"]+\.js)/.exec(page.text)?.[1];
	expect(start).toBeDefined();
	const script = await request.get(start ?? '');
	expect(script.headers()['content-security-policy']).toBe(FILE_POLICY);
	expect(script.headers()['cache-control']).toContain('immutable');
});

test('an address that does not exist is answered with 404 and a page that says so', async ({
	request
}) => {
	const page = await fetchPage(request, '/tidak-ada/');
	expect(page.status).toBe(404);
	expect(page.headers['content-type']).toContain('text/html');
	expect(page.headers['cache-control']).toBe('no-cache');
	// Its tab has a name, and it leads on: to the overview, and to the search of places.
	expect(page.text).toMatch(/<title\s*>Halaman ini tidak ada · /);
	for (const way of ['/', '/wilayah/', '/en/', '/en/wilayah/'])
		expect(page.text).toContain(`href="${way}"`);
});
