import type { Page } from './test';

/** Writes a script into the SQL room's editor in place of what stands there, and runs it. */
export async function writeSql(page: Page, sql: string): Promise<void> {
	const editor = page.locator('.cm-content');
	await editor.click();
	await page.keyboard.press('Control+a');
	await page.keyboard.insertText(sql);
	await page.keyboard.press('Control+Enter');
}
