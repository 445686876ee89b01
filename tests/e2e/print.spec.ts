import { CoveragePage, ratiosOf } from './support/coverage';
import { PATHS_WITH_CHART, SITE_PAGES } from './support/pages';
import { expect, test } from './support/test';

// Paper has the same parts in both languages.
for (const { address, path } of SITE_PAGES.filter(({ locale }) => locale === 'id'))
	test(`${address} on paper shows no control, and what it rests on`, async ({ page }) => {
		await page.goto(address, { waitUntil: 'networkidle' });
		await page.emulateMedia({ media: 'print' });
		// A select is a word of the filter sentence: it is read, and looks like the text around it.
		const controls = await page.evaluate(() =>
			[...document.querySelectorAll('button, input, nav, progress, [role=slider]')]
				.filter((element) => element.checkVisibility())
				.map((element) => element.outerHTML.slice(0, 120))
		);
		expect(controls).toEqual([]);
		await expect(page.locator('h1')).toBeVisible();
		if (!PATHS_WITH_CHART.includes(path)) return;
		const charts = page.locator('main figure.chart');
		expect(await charts.count()).toBeGreaterThan(0);
		for (const chart of await charts.all()) {
			await expect(chart.locator('.box svg:visible')).toHaveCount(1);
			// What is counted from lists names no published source; made-up people carry their mark.
			await expect(chart.locator('a[href*="/sumber/#"], .demo').first()).toBeVisible();
			await expect(chart.locator('.summary')).toBeVisible();
		}
	});

test('on paper no address of a link runs into the number of another', async ({ page }) => {
	await page.setViewportSize({ width: 720, height: 1000 });
	await page.goto('/program/kemiskinan-ekstrem/', { waitUntil: 'networkidle' });
	await page.emulateMedia({ media: 'print' });
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	// What is before an address in its column: its number stands there, and never in the other column.
	const before = await page.locator('.footnotes ol').evaluate((list) => {
		const style = getComputedStyle(list);
		const start = list.getBoundingClientRect().left + parseFloat(style.paddingLeft);
		const gap = parseFloat(style.columnGap) || parseFloat(style.fontSize);
		const next = (list.clientWidth - parseFloat(style.paddingLeft) + gap) / 2;
		return [...list.children].map((line) => {
			const left = line.getBoundingClientRect().left - start;
			return left < next ? left : left - next;
		});
	});
	expect(before.length).toBeGreaterThan(10);
	const NUMBER = 20;
	expect(Math.min(...before)).toBeGreaterThan(NUMBER);
});

test('the filter sentence can be read on paper, word for word', async ({ page }) => {
	const coverage = new CoveragePage(page);
	await coverage.open('?tahun=2019&wilayah=32.06');
	await expect.poll(() => coverage.values('peringkat')).toEqual(ratiosOf(2019));
	// What is drawn for the window is scaled to paper, and not cut: each drawing knows its whole size.
	const drawn = page.locator('.live.ready svg');
	await expect(drawn.first()).toBeVisible();
	for (const { whole, wide } of await drawn.evaluateAll((all) =>
		all.map((svg) => ({
			whole: (svg as SVGSVGElement).viewBox.baseVal.width,
			wide: Number(svg.getAttribute('width'))
		}))
	))
		expect(whole).toBe(wide);
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.sentence')).toBeVisible();
	for (const [name, word] of [
		['year', '2019'],
		['region', 'Kabupaten Tasikmalaya']
	] as const) {
		const select = coverage.select(name);
		await expect(select).toBeVisible();
		const shown = await select.evaluate((element) => {
			const field = element as HTMLSelectElement;
			const style = getComputedStyle(field);
			const box = field.getBoundingClientRect();
			return { word: field.selectedOptions[0]?.label, room: box.width, size: style.fontSize };
		});
		expect(shown.word).toBe(word);
		// Room for the whole word: about half the size of its letters for each.
		expect(shown.room).toBeGreaterThan(word.length * parseFloat(shown.size) * 0.4);
	}
});

test('on paper words run around their chart, and a caption asks for room for its first rows', async ({
	page
}) => {
	await page.setViewportSize({ width: 673, height: 980 });
	await page.goto('/program/kmp/', { waitUntil: 'networkidle' });
	await page.emulateMedia({ media: 'print' });
	const chart = page.locator('main figure.chart').first();
	const [picture, summary] = [
		await chart.locator('.picture').boundingBox(),
		await chart.locator('.summary').boundingBox()
	];
	expect(summary?.y).toBeLessThan((picture?.y ?? 0) + (picture?.height ?? 0));
	// A note below the picture has the whole width.
	const note = await chart.locator('.small p').last().boundingBox();
	expect(note?.width).toBeGreaterThan((picture?.width ?? Infinity) * 1.3);
	const caption = page.locator('main table:visible caption').first();
	const asked = await caption.evaluate((element) => ({
		inside: getComputedStyle(element).breakInside,
		room: parseFloat(getComputedStyle(element, '::after').height)
	}));
	expect(asked.inside).toBe('avoid');
	expect(asked.room).toBeGreaterThan(60);
});

test('paper asks for nothing: what only a screen can do is not printed', async ({ page }) => {
	await page.goto('/bandingkan/?wilayah=35.09,33.20', { waitUntil: 'networkidle' });
	const further = page.locator('.sentence').getByLabel(/^Tambah wilayah/);
	await expect(further).toBeVisible();
	await page.emulateMedia({ media: 'print' });
	await expect(further).toBeHidden();
	await expect(page.locator('.sentence').getByLabel(/^Wilayah/)).toBeVisible();
	await page.emulateMedia({ media: 'screen' });
	await page.goto('/cakupan/', { waitUntil: 'networkidle' });
	const how = page.getByText('Ubah kata bergaris bawah');
	await expect(how).toBeVisible();
	await page.emulateMedia({ media: 'print' });
	await expect(how).toBeHidden();
});

test('every chart of a filtered page is printed anew, also where nobody has scrolled to it', async ({
	page
}) => {
	await page.goto('/program/kmp/?wilayah=32.03&periode=2025-06');
	await expect(page.locator('.answer, main').first()).toContainText('akhir Juni 2025');
	// The first chart is in the window, the last far below it.
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('main .box.stale')).toHaveCount(0);
	for (const chart of await page.locator('main figure.chart').all())
		await expect(chart.locator('.box svg:visible')).toHaveCount(1);
});
