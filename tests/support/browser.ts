import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { run, runTool } from '../../data/site/tool';

/** Where a browser is looked for. Given, so that a test can set up a machine of its own. */
export interface Machine {
	platform: NodeJS.Platform;
	env: NodeJS.ProcessEnv;
	exists: (file: string) => boolean;
}

const THIS_MACHINE: Machine = {
	platform: process.platform,
	env: process.env,
	exists: existsSync
};

/** The same browser without a window of its own comes first: each page starts in a third of the time. */
const COMMANDS = [
	'chromium-headless-shell',
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'chrome'
];

function usualPlaces({ platform, env }: Machine): string[] {
	if (platform === 'darwin')
		return ['', env['HOME'] ?? ''].flatMap((home) => [
			`${home}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
			`${home}/Applications/Chromium.app/Contents/MacOS/Chromium`
		]);
	if (platform === 'win32')
		return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
			const folder = env[name];
			return folder === undefined
				? []
				: [
						path.win32.join(folder, 'Google\\Chrome\\Application\\chrome.exe'),
						path.win32.join(folder, 'Chromium\\Application\\chrome.exe')
					];
		});
	return ['/opt/google/chrome/chrome', '/usr/lib/chromium/chromium', '/snap/bin/chromium'];
}

/**
 * An installed Chrome or Chromium, or null: CHROME_PATH, else the first on PATH, else the usual
 * places.
 * @throws Error where CHROME_PATH names a file that is not there
 */
export function installedBrowser(machine: Machine = THIS_MACHINE): string | null {
	const { env, platform, exists } = machine;
	const named = env['CHROME_PATH'];
	if (named !== undefined && named !== '') {
		if (exists(named)) return named;
		throw new Error(`CHROME_PATH=${named}: there is no such file.`);
	}
	const { delimiter, join } = platform === 'win32' ? path.win32 : path.posix;
	const suffix = platform === 'win32' ? '.exe' : '';
	const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
	const onPath = folders.flatMap((folder) =>
		COMMANDS.map((command) => join(folder, command + suffix))
	);
	return [...onPath, ...usualPlaces(machine)].find(exists) ?? null;
}

/** Playwright's own download, or null where it has not been made. */
function downloadedBrowser(): string | null {
	const file = chromium.executablePath();
	return existsSync(file) ? file : null;
}

async function starts(file: string): Promise<boolean> {
	const { code } = await run(file, ['--version', '--no-sandbox'], { limit: 30_000 });
	return code === 0 || process.platform === 'win32';
}

async function install(say: (line: string) => void): Promise<string | null> {
	say('no Chrome or Chromium here: downloading one with Playwright');
	await runTool('@playwright/test', ['install', 'chromium'], { limit: 180_000 });
	const downloaded = downloadedBrowser();
	if (downloaded !== null && (await starts(downloaded))) return downloaded;
	if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return null;
	say('no download to be had: installing the chromium package with apt-get');
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	const packages = (...names: string[]) =>
		run('apt-get', ['install', '-y', '--no-install-recommends', ...names, 'fonts-liberation'], {
			env,
			limit: 420_000
		});
	await run('apt-get', ['update'], { env, limit: 180_000 });
	const { code } = await packages('chromium', 'chromium-headless-shell');
	// Older Debian has no such package.
	if (code !== 0) await packages('chromium');
	return installedBrowser();
}

/**
 * The browser that the tests drive, installed where there is none.
 * @throws Error with one sentence on what to do where none can be had
 */
export async function findBrowser(say: (line: string) => void): Promise<string> {
	const file = installedBrowser() ?? downloadedBrowser() ?? (await install(say));
	if (file !== null) return file;
	throw new Error(
		'No browser: install Chrome or Chromium, or set CHROME_PATH to one, and run this again.'
	);
}

/** How Chromium is started: alone, without a screen, asking nobody for anything. */
export const LAUNCH_FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run'
];
