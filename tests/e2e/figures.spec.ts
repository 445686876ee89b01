import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'htmlparser2';
import { SITE } from '../../data/site/build';
import { countedFigures } from './support/counted-figures';
import { faultOf, storedFigures } from './support/figures';
import { elements } from './support/html';
import { SITE_PAGES, builtProfiles } from './support/pages';
import { expect, test } from './support/test';

const sent = (address: string) =>
	parseDocument(readFileSync(path.join(SITE, address, 'index.html'), 'utf8'));

test('every figure on every page says what it is, and is what a plain query over the extract says', async () => {
	const stored = storedFigures();
	const counted = await countedFigures('demo');
	let figures = 0;
	const faults: string[] = [];
	for (const address of [...SITE_PAGES.map((page) => page.address), ...builtProfiles()])
		for (const element of elements(sent(address), 'data')) {
			figures += 1;
			const fault = faultOf(element.attribs, stored, counted);
			if (fault !== null) faults.push(`${address}: ${fault}`);
		}
	expect(figures).toBeGreaterThan(10_000);
	expect(faults.slice(0, 20)).toEqual([]);
});

test('each language states the same figures', () => {
	const valuesOf = (address: string) =>
		elements(sent(address), 'data').map((element) => ({ ...element.attribs, class: '' }));
	const indonesian = SITE_PAGES.filter(({ locale }) => locale === 'id');
	for (const { address } of indonesian)
		expect(valuesOf(`/en${address}`), address).toEqual(valuesOf(address));
});
