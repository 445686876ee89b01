import { test as base, type BrowserContext, type Page } from '@playwright/test';

export { expect, type Locator, type Page } from '@playwright/test';

interface Guard {
	/** What a test brings about on purpose: a request that fails, one that must be refused. */
	allowedErrors: RegExp;
	guard: undefined;
}

const NOTHING = /(?!)/;

/** Schemes that leave nothing: what a page makes itself. */
const OWN_SCHEMES = /^(data|blob|about):/;

function watchPage(page: Page, report: (complaint: string) => void): void {
	page.on('console', (message) => {
		if (message.type() !== 'error') return;
		report(`console: ${message.text()} (${message.location().url})`);
	});
	page.on('pageerror', (error) => report(`error on the page: ${error.stack ?? error.message}`));
	page.on('crash', () => report('the page crashed'));
}

async function watchPolicy(
	context: BrowserContext,
	report: (complaint: string) => void
): Promise<void> {
	await context.exposeFunction('reportPolicyViolation', report);
	await context.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', (event) => {
			const told = `policy: ${event.violatedDirective} refused ${event.blockedURI} ${event.sample}`;
			const { reportPolicyViolation } = window as unknown as {
				reportPolicyViolation: (text: string) => void;
			};
			reportPolicyViolation(told);
		});
	});
}

/** Milliseconds; a page whose program is kept from it by its test is not waited for longer. */
const LISTENS_WITHIN = 5_000;

/**
 * Until a page's program has taken over its HTML: before, nobody hears a click or a choice. A browser
 * without a window is quicker than any reader.
 */
async function listens(page: Page): Promise<void> {
	await page
		.waitForFunction(
			() => {
				const starts = [...document.scripts].some((one) => one.textContent.includes('kit.start('));
				const link = document.querySelector('#menu a');
				// Svelte marks what listens.
				return !starts || link === null || Object.getOwnPropertySymbols(link).length > 0;
			},
			undefined,
			{ timeout: LISTENS_WITHIN }
		)
		.catch(() => undefined);
}

/**
 * Every test runs under these: a request to another origin, an error in the console or on the page,
 * or anything refused by the content security policy fails it, whatever it was about.
 */
export const test = base.extend<Guard>({
	allowedErrors: [NOTHING, { option: true }],
	page: async ({ page, javaScriptEnabled }, use) => {
		const goto = page.goto.bind(page);
		page.goto = async (...asked) => {
			const response = await goto(...asked);
			if (javaScriptEnabled) await listens(page);
			return response;
		};
		await use(page);
	},
	guard: [
		async ({ context, baseURL, allowedErrors }, use) => {
			const complaints: string[] = [];
			const report = (complaint: string) => {
				if (!allowedErrors.test(complaint)) complaints.push(complaint);
			};
			const origin = new URL(baseURL ?? '').origin;
			context.on('request', (request) => {
				const address = request.url();
				if (OWN_SCHEMES.test(address) || new URL(address).origin === origin) return;
				report(`request to another origin: ${address}`);
			});
			context.on('page', (page) => watchPage(page, report));
			await watchPolicy(context, report);
			await use(undefined);
			base.expect(complaints, 'what the browser complained of').toEqual([]);
		},
		{ auto: true }
	]
});
