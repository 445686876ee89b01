import { LOCALES } from '$lib/model/locale';
import { inLocale } from './support/pages';
import { loadedBy, total } from './support/sizes';
import { expect, test } from './support/test';

/** Brotli bytes of the overview before the reader has touched anything. */
const BUDGET = { html: 30_000, css: 12_000, javascript: 60_000 } as const;

for (const locale of LOCALES)
	test(`the overview (${locale}) is light until it is touched`, async ({ page }) => {
		const loaded = await loadedBy(page, inLocale('/', locale));
		for (const kind of ['html', 'css', 'javascript'] as const) {
			expect(total(loaded, kind), kind).toBeGreaterThan(0);
			expect(total(loaded, kind), kind).toBeLessThanOrEqual(BUDGET[kind]);
		}
		expect(loaded.filter(({ kind }) => kind === 'wasm')).toEqual([]);
		expect(loaded.filter(({ address }) => address.startsWith('/extract/'))).toEqual([]);
		const heavy = loaded.filter(
			({ kind, text }) => kind === 'javascript' && /zrender|echarts|duckdb-(eh|mvp|coi)/i.test(text)
		);
		expect(heavy.map(({ address }) => address)).toEqual([]);
	});
