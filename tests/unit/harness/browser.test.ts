import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installedBrowser, type Machine } from '../../support/browser';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'browser-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function place(name: string): string {
	const file = path.join(folder, name);
	writeFileSync(file, '#!/bin/sh\n');
	chmodSync(file, 0o755);
	return file;
}

/** A Linux machine whose only folder of programs is the test's own. */
function linux(env: NodeJS.ProcessEnv = {}): Machine {
	return {
		platform: 'linux',
		env: { PATH: folder, ...env },
		exists: (file) => file.startsWith(folder) && existsSync(file)
	};
}

describe('the browser that the tests drive', () => {
	it('is the one CHROME_PATH names, whatever else is installed', () => {
		place('chromium');
		const own = place('my-chrome');
		expect(installedBrowser(linux({ CHROME_PATH: own }))).toBe(own);
	});

	it('is refused with a sentence where CHROME_PATH names nothing', () => {
		place('chromium');
		expect(() => installedBrowser(linux({ CHROME_PATH: '/nowhere/chrome' }))).toThrow(
			'CHROME_PATH=/nowhere/chrome: there is no such file.'
		);
	});

	it('is Chromium before Chrome where both are on PATH', () => {
		place('google-chrome');
		const chromium = place('chromium');
		expect(installedBrowser(linux())).toBe(chromium);
	});

	it('is the one without a window where Debian has it apart', () => {
		place('chromium');
		const shell = place('chromium-headless-shell');
		expect(installedBrowser(linux())).toBe(shell);
	});

	it('is Chrome where only that is on PATH', () => {
		const chrome = place('google-chrome-stable');
		expect(installedBrowser(linux())).toBe(chrome);
	});

	it('is none on a machine without one', () => {
		expect(installedBrowser(linux())).toBeNull();
	});

	it('is found in the usual places of macOS and Windows', () => {
		const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
		expect(installedBrowser({ platform: 'darwin', env: {}, exists: (file) => file === mac })).toBe(
			mac
		);
		const windows = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
		expect(
			installedBrowser({
				platform: 'win32',
				env: { PROGRAMFILES: 'C:\\Program Files' },
				exists: (file) => file === windows
			})
		).toBe(windows);
	});
});
