import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SITE } from '../../data/site/build';
import { LOCALES } from '$lib/model/locale';
import { inLocale } from './support/pages';
import { expect, test, type Page } from './support/test';

interface Manifest {
	kind: string;
	files: { path: string; bytes: number }[];
	regencies: string[];
	audit: { checks: { name: string; verdict: string }[] };
}

const manifest = JSON.parse(
	readFileSync(path.join(SITE, 'extract/demo/manifest.json'), 'utf8')
) as Manifest;

const WORDS = {
	id: {
		least: 'sekurangnya',
		between: 'antara',
		and: 'dan',
		withheld: 'tidak diterbitkan (umumnya kurang dari 10)'
	},
	en: {
		least: 'at least',
		between: 'between',
		and: 'and',
		withheld: 'not published (usually fewer than 10)'
	}
} as const;

async function open(page: Page, locale: 'id' | 'en', search = ''): Promise<void> {
	await page.goto(`${inLocale('/data/', locale)}${search}`, { waitUntil: 'networkidle' });
}

/** A number as a page writes it. */
function parse(text: string): number {
	return Number(text.replace(/[.,]/g, ''));
}

for (const locale of LOCALES) {
	test(`(${locale}) every protected count is a multiple of 5 and stands within its bounds`, async ({
		page
	}) => {
		await open(page, locale);
		const { least, between, and } = WORDS[locale];
		const counts = await page
			.locator('main data[data-state="demo"]:not([value=""])')
			.evaluateAll((all) =>
				all.map((element) => ({
					value: Number(element.getAttribute('value')),
					rate: (element.getAttribute('data-indicator') ?? '').includes('_of_'),
					bounds: element.parentElement?.parentElement?.querySelector('small')?.textContent ?? ''
				}))
			);
		const people = counts.filter(({ rate }) => !rate);
		expect(people.length).toBeGreaterThan(manifest.regencies.length);
		for (const { value } of people) expect(value % 5).toBe(0);
		const first = page.locator('main data[data-indicator="assisted"][data-region="00"]').first();
		const value = Number(await first.getAttribute('value'));
		const text = (await first.locator('xpath=../..').innerText()).replace(/\s+/g, ' ');
		// Of a total whose lists have not all come the lower end alone is known.
		const found = new RegExp(`\\(${least} ([\\d.,]+)\\)`).exec(text);
		expect(parse(found?.[1] ?? '')).toBe(value - 4);
		const whole = page.locator('main data[data-indicator="assisted"][data-region="31.72"]').first();
		// The table of regencies may be folded.
		const told = ((await whole.locator('xpath=../..').textContent()) ?? '').replace(/\s+/g, ' ');
		const ends = new RegExp(`${between} ([\\d.,]+) ${and} ([\\d.,]+)\\)`).exec(told);
		const own = Number(await whole.getAttribute('value'));
		expect([ends?.[1], ends?.[2]].map((end) => parse(end ?? ''))).toEqual([own - 4, own + 4]);
	});

	test(`(${locale}) what is withheld is said in words, never as a zero`, async ({ page }) => {
		await open(page, locale);
		await expect(page.locator('main').getByText(WORDS[locale].withheld).first()).toBeVisible();
		expect(await page.locator('main data[data-state="withheld"]:not([value=""])').count()).toBe(0);
	});
}

test('demo figures are marked in every section that shows some, on paper too', async ({ page }) => {
	expect(manifest.kind).toBe('demo');
	await open(page, 'id');
	for (const id of ['tertaut', 'terbit', 'pelaporan', 'audit']) {
		const section = page.locator(`section[aria-labelledby="${id}"]`);
		await expect(section.getByText('Data contoh:').first()).toBeVisible();
	}
	await expect(page.locator('.drawing .word').first()).toHaveText('data contoh');
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByText('Data contoh:').first()).toBeVisible();
});

test.describe('the illustration of rounding', () => {
	const sentence = (page: Page) => page.locator('.try .sentence');

	test('is moved by keys, and says what each number may become', async ({ page }) => {
		await open(page, 'id');
		await expect(sentence(page)).toHaveText(
			'13 orang menjadi 10 dengan peluang 40,0%, atau 15 dengan peluang 60,0%.'
		);
		const slider = page.getByRole('slider');
		await slider.focus();
		await page.keyboard.press('ArrowRight');
		await expect(sentence(page)).toContainText('14 orang menjadi 10 dengan peluang 20,0%');
		await page.keyboard.press('ArrowRight');
		await expect(sentence(page)).toHaveText('15 orang selalu menjadi 15: sudah kelipatan 5.');
		await expect(page.locator('.try')).toContainText('15 orang, antara 11 dan 19');
	});

	test('under ten shows that nothing may be published', async ({ page }) => {
		await open(page, 'en');
		await page.getByRole('spinbutton').fill('7');
		await expect(sentence(page)).toContainText('7 people become 5 with a chance of 60.0%');
		await expect(page.locator('.try .withheld .seen')).toHaveText(WORDS.en.withheld);
		await page.getByRole('spinbutton').fill('3');
		await expect(page.locator('.try .seen')).toHaveText([WORDS.en.withheld, WORDS.en.withheld]);
	});
});

test('the province that is chosen stands in the address, and opens its regencies', async ({
	page
}) => {
	await open(page, 'id');
	await page.getByLabel('Provinsi').selectOption('32');
	await expect(page).toHaveURL(/\?provinsi=32$/);
	const places = page.locator('section[aria-labelledby="tertaut"] table');
	await expect(places.locator('data[data-region="32"]').first()).toBeVisible();
	await expect(places.locator('data[data-region^="32."]').first()).toBeVisible();
	expect(await places.locator('data[data-region^="33"]').count()).toBe(0);
	await page.reload({ waitUntil: 'networkidle' });
	await expect(page.getByLabel('Provinsi')).toHaveValue('32');
	await page.goBack();
	await expect(places.locator('data[data-region="33"]').first()).toBeVisible();
});

test('a province that is not there is named and left out', async ({ page }) => {
	await open(page, 'en', '?provinsi=99');
	await expect(page.getByRole('status').filter({ hasText: 'provinsi=99' })).toBeVisible();
});

test('every file of the extract can be fetched from the page, whole', async ({ page, request }) => {
	await open(page, 'en');
	const addresses = await page
		.locator('a[download][href^="/extract/demo/"]')
		.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
	const offered = new Set(addresses.map((address) => address.replace('/extract/demo/', '')));
	expect([...manifest.files.map((file) => file.path)].filter((name) => !offered.has(name))).toEqual(
		[]
	);
	for (const { path: name, bytes } of manifest.files.filter((file) => /^k1|core/.test(file.path))) {
		const response = await request.get(`/extract/demo/${name}`);
		expect((await response.body()).length, name).toBe(bytes);
	}
});

test('the audit shows every check with the verdict of the manifest', async ({ page }) => {
	await open(page, 'en');
	const shown = await page
		.locator('[data-check]')
		.evaluateAll((all) => all.map((element) => element.getAttribute('data-verdict')));
	expect(shown).toHaveLength(11);
	expect(shown.filter((verdict) => verdict !== 'not_run')).toEqual(
		manifest.audit.checks.map(({ verdict }) => verdict).filter((verdict) => verdict !== 'not_run')
	);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('all regencies are there, and the illustration is an example', async ({ page }) => {
		await page.goto('/data/');
		const regions = await page
			.locator('main table data')
			.evaluateAll((all) => all.map((element) => element.getAttribute('data-region')));
		expect(manifest.regencies.filter((code) => !regions.includes(code))).toEqual([]);
		await expect(page.locator('.try .sentence')).toContainText('13 orang menjadi 10');
		await expect(page.getByRole('slider')).toBeDisabled();
	});
});
