import { elements, fetchPage } from './support/html';
import { faultOf, storedFigures } from './support/figures';
import { SITE_PAGES } from './support/pages';
import { expect, test } from './support/test';

for (const { address } of SITE_PAGES)
	test(`${address}: every figure says what it is, and is the one in the extract`, async ({
		request
	}) => {
		const stored = storedFigures();
		const { document } = await fetchPage(request, address);
		const faults = elements(document, 'data').map((element) => faultOf(element, stored));
		expect(faults.filter((fault) => fault !== null)).toEqual([]);
	});

test('each language states the same figures', async ({ request }) => {
	const valuesOf = async (address: string) => {
		const { document } = await fetchPage(request, address);
		return elements(document, 'data').map((element) => ({ ...element.attribs, class: '' }));
	};
	const indonesian = SITE_PAGES.filter(({ locale }) => locale === 'id');
	for (const { address } of indonesian)
		expect(await valuesOf(`/en${address}`), address).toEqual(await valuesOf(address));
});
