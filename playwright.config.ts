import { defineConfig } from '@playwright/test';
import { installedBrowser, LAUNCH_FLAGS } from './tests/support/browser';

const executablePath = installedBrowser();

/**
 * Run by `npm run test:e2e`, which builds and serves the site. Alone, against a site that already
 * runs: `SITE_ADDRESS=http://localhost:4173/ npx playwright test SPEC`.
 */
export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.spec.ts',
	fullyParallel: true,
	// Much of a test is waiting: a third keeps two cores busy.
	workers: 3,
	retries: 0,
	forbidOnly: true,
	// DuckDB takes its time to start on a busy machine; what passes never waits.
	timeout: 120_000,
	expect: { timeout: 40_000 },
	reporter: 'line',
	use: {
		baseURL: process.env['SITE_ADDRESS'] ?? 'http://localhost:4173/',
		serviceWorkers: 'block',
		locale: 'id-ID',
		timezoneId: 'Asia/Jakarta',
		trace: 'off',
		screenshot: 'off',
		launchOptions: {
			args: LAUNCH_FLAGS,
			...(executablePath === null ? {} : { executablePath })
		}
	}
});
