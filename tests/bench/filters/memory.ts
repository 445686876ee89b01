import { readFileSync } from 'node:fs';
import type { Browser, CDPSession } from '@playwright/test';

/** Bytes of the page's own heap, once what nobody holds is gone. */
export async function heapOf(session: CDPSession): Promise<number> {
	await session.send('HeapProfiler.collectGarbage');
	await session.send('Performance.enable');
	const { metrics } = await session.send('Performance.getMetrics');
	return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
}

/**
 * The most bytes that a browser's renderers have ever held, together: page, worker and DuckDB's own
 * memory. Where the system does not tell (it is read from Linux's `/proc`), not a number.
 */
export async function rendererPeak(browser: Browser): Promise<number> {
	const session = await browser.newBrowserCDPSession();
	const { processInfo } = await session.send('SystemInfo.getProcessInfo');
	await session.detach();
	return processInfo
		.filter(({ type }) => type === 'renderer')
		.map(({ id }) => peakOf(id))
		.reduce((sum, bytes) => sum + bytes, 0);
}

function peakOf(process: number): number {
	try {
		const status = readFileSync(`/proc/${String(process)}/status`, 'utf8');
		return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
	} catch {
		return Number.NaN;
	}
}
