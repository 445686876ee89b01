import type { Page, Route } from '@playwright/test';

/** What may befall the dataset on its way to the reader. */
export type Damage =
	'missing' | 'manifest missing' | 'truncated' | 'tampered' | 'too new' | 'changed' | 'offline';

const DATABASE = '**/extract/**/*.duckdb';
const MANIFEST = '**/extract/**/manifest.json';

type Change = (bytes: Buffer) => Buffer;

function changed(address: string, change: Change) {
	return async (page: Page) => {
		await page.route(address, async (route: Route) => {
			const response = await route.fetch();
			const headers = response.headers();
			delete headers['content-length'];
			delete headers['content-encoding'];
			const body = change(Buffer.from(await response.body()));
			await route.fulfill({ status: 200, headers, body });
		});
		return () => page.unroute(address);
	};
}

function refused(address: string, answer: (route: Route) => Promise<void>) {
	return async (page: Page) => {
		await page.route(address, answer);
		return () => page.unroute(address);
	};
}

/** The manifest with some of its fields replaced. */
function rewritten(fields: Readonly<Record<string, unknown>>) {
	return changed(MANIFEST, (bytes) =>
		Buffer.from(JSON.stringify({ ...(JSON.parse(bytes.toString('utf8')) as object), ...fields }))
	);
}

const notFound = (route: Route) =>
	route.fulfill({ status: 404, contentType: 'text/html', body: '' });

const DAMAGES: Readonly<Record<Damage, (page: Page) => Promise<() => Promise<void>>>> = {
	missing: refused(DATABASE, notFound),
	'manifest missing': refused(MANIFEST, notFound),
	truncated: changed(DATABASE, (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2))),
	tampered: changed(DATABASE, (bytes) => {
		const middle = Math.floor(bytes.length / 2);
		bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
		return bytes;
	}),
	'too new': rewritten({ format: 99 }),
	changed: rewritten({ contentHash: '0'.repeat(64) }),
	offline: refused('**/*', (route) => route.abort('internetdisconnected'))
};

/**
 * From now on the page gets the extract damaged. A missing file also says so in the console: allow
 * `/404/` there.
 * @returns what mends it again
 */
export function damageExtract(page: Page, damage: Damage): Promise<() => Promise<void>> {
	return DAMAGES[damage](page);
}
