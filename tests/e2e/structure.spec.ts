import { attribute, elements, fetchPage, idsIn, textOf, type SentPage } from './support/html';
import { inLocale, isOtherProfile, SITE_PAGES } from './support/pages';
import { expect, test } from './support/test';

test('every page is one page in one language, with one heading and a title', async ({
	request
}) => {
	for (const { path, locale, address } of SITE_PAGES) {
		const { status, document } = await fetchPage(request, address);
		expect(status, address).toBe(200);
		expect(elements(document, 'html').map((html) => attribute(html, 'lang'))).toEqual([locale]);
		const headings = elements(document, 'h1').map(textOf);
		expect(headings, address).toHaveLength(1);
		expect(headings[0]).not.toBe('');
		const titles = elements(document, 'title').filter(
			({ parent }) => parent?.type === 'tag' && parent.name === 'head'
		);
		expect(
			titles.map(textOf).filter((title) => title !== ''),
			address
		).toHaveLength(1);
		const other = inLocale(path, locale === 'id' ? 'en' : 'id');
		expect(elements(document, 'a').map((link) => attribute(link, 'href'))).toContain(other);
	}
});

test('no two pages of a language share a title', async ({ request }) => {
	const titles = await Promise.all(
		SITE_PAGES.map(async ({ locale, address }) => {
			const { document } = await fetchPage(request, address);
			return `${locale}: ${elements(document, 'title').map(textOf).at(0) ?? ''}`;
		})
	);
	expect(new Set(titles).size).toBe(titles.length);
});

test('every link and every anchor inside the site leads somewhere', async ({
	request,
	baseURL
}) => {
	const base = new URL(baseURL ?? '');
	const seen = new Map<string, Promise<SentPage>>();
	const read = (path: string) => {
		const known = seen.get(path) ?? fetchPage(request, path);
		seen.set(path, known);
		return known;
	};
	const waiting = SITE_PAGES.map(({ address }) => address);
	const walked = new Set(waiting);
	const broken: string[] = [];
	for (let from = waiting.shift(); from !== undefined; from = waiting.shift()) {
		const { document } = await read(from);
		for (const link of elements(document, 'a')) {
			const target = new URL(attribute(link, 'href') ?? '', new URL(from, base));
			if (target.origin !== base.origin || isOtherProfile(target.pathname)) continue;
			const page = await read(target.pathname);
			const anchor = decodeURIComponent(target.hash.slice(1));
			const found = page.status === 200 && (anchor === '' || idsIn(page.document).has(anchor));
			if (!found) broken.push(`${from} → ${target.pathname}${target.hash} (${page.status})`);
			const isPage = page.headers['content-type']?.startsWith('text/html') ?? false;
			if (isPage && page.status === 200 && !walked.has(target.pathname)) {
				walked.add(target.pathname);
				waiting.push(target.pathname);
			}
		}
	}
	expect(broken).toEqual([]);
});

test('the crawl knows every page that is linked: none is missing from the list', async ({
	request,
	baseURL
}) => {
	const known = new Set(SITE_PAGES.map(({ address }) => address));
	const found = new Set<string>();
	for (const address of known) {
		const { document } = await fetchPage(request, address);
		for (const link of elements(document, 'a')) {
			const target = new URL(attribute(link, 'href') ?? '', new URL(address, baseURL));
			if (target.origin === new URL(baseURL ?? '').origin && target.pathname.endsWith('/'))
				found.add(target.pathname);
		}
	}
	expect([...found].filter((address) => !known.has(address) && !isOtherProfile(address))).toEqual(
		[]
	);
});
