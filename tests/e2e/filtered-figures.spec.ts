import { countedFigures } from './support/counted-figures';
import { faultOf, storedFigures } from './support/figures';
import { inLocale } from './support/pages';
import { expect, test, type Page } from './support/test';

/** Pages that follow filters, and how many choices a reader makes on each. */
const FILTERED = [
	['/program/kmp/', 'id'],
	['/program/kjmis/', 'en'],
	['/program/tangga/', 'id'],
	['/bandingkan/', 'en'],
	['/cakupan/', 'id']
] as const;
const CHOICES = 10;

/** Whole numbers that look like chance and are the same in each run (Park and Miller 1988). */
function chance(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state * 48_271) % 2_147_483_647;
		return state % below;
	};
}

/** Until the latest question is answered, and each table, also a closed one, has followed. */
async function settled(page: Page): Promise<void> {
	await expect(page.locator('.answer')).toHaveAttribute('aria-busy', 'false');
	await expect(page.locator('.answer details.table[aria-busy]')).toHaveCount(0);
}

/** What can be chosen in the sentence of filters, without what stands there now. */
async function offered(page: Page): Promise<{ select: number; option: string }[]> {
	return page
		.locator('.sentence select')
		.evaluateAll((selects) =>
			selects.flatMap((select, index) =>
				[...(select as HTMLSelectElement).options]
					.filter((option) => !option.disabled && !option.selected)
					.map((option) => ({ select: index, option: option.value }))
			)
		);
}

async function attributesOfFigures(page: Page): Promise<Record<string, string>[]> {
	return page.locator('.answer data').evaluateAll((all) =>
		all.map((element) => ({
			// An empty value is no attribute where the browser has drawn it.
			value: '',
			...Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))
		}))
	);
}

for (const [index, [path, locale]] of FILTERED.entries())
	test(`${path}: whatever is chosen, each figure is what a plain query says`, async ({ page }) => {
		test.setTimeout(240_000);
		const stored = storedFigures();
		const counted = await countedFigures('demo');
		const next = chance(20_261_130 + index);
		await page.goto(inLocale(path, locale), { waitUntil: 'networkidle' });
		const faults = new Set<string>();
		let figures = 0;
		for (let turn = 0; turn < CHOICES; turn += 1) {
			const choices = await offered(page);
			// A select for a select's chance: else places, of which there are most, would be all.
			const selects = [...new Set(choices.map(({ select }) => select))];
			const select = selects[next(selects.length)];
			const options = choices.filter((choice) => choice.select === select);
			const chosen = options[next(options.length)];
			if (chosen === undefined) throw new Error(`nothing to choose at ${page.url()}`);
			await page.locator('.sentence select').nth(chosen.select).selectOption(chosen.option);
			await settled(page);
			for (const attributes of await attributesOfFigures(page)) {
				figures += 1;
				const fault = faultOf(attributes, stored, counted);
				if (fault !== null) faults.add(`${new URL(page.url()).search}: ${fault}`);
			}
		}
		expect([...faults].slice(0, 20)).toEqual([]);
		expect(figures).toBeGreaterThan(CHOICES * 10);
	});
