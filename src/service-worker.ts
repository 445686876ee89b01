/// <reference lib="webworker" />
/**
 * What has been read once can be read again without a network. Nothing is fetched ahead: neither
 * DuckDB nor the charts' program comes before the reader has asked for it.
 */
import { build } from '$service-worker';
import { m } from '$lib/i18n/paraglide/messages';
import { LOCALES } from '$lib/model/locale';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const PROGRAM = 'program';
const VISITED = 'visited';
const IMMUTABLE = '/_app/immutable/';

/** Files whose name changes with their content: kept at first sight, never asked for again. */
async function fromProgram(request: Request): Promise<Response> {
	const cache = await caches.open(PROGRAM);
	const kept = await cache.match(request);
	if (kept) return kept;
	const response = await fetch(request);
	if (response.ok) await cache.put(request, response.clone());
	return response;
}

/**
 * Pages, their data and the extract: as the host has them now, and as they were only where it cannot
 * be reached. A manifest and its database are therefore never of two ages while there is a network.
 */
async function fromHost(request: Request): Promise<Response> {
	const cache = await caches.open(VISITED);
	// What the reader has filtered by changes nothing about the document.
	const address = request.url.replace(/[?#].*$/, '');
	try {
		const response = await fetch(request);
		if (response.ok) await cache.put(address, response.clone());
		return response;
	} catch (error) {
		const kept = await cache.match(address);
		if (kept) return kept;
		if (request.mode === 'navigate') return offlineNotice();
		throw error;
	}
}

function offlineNotice(): Response {
	const words = LOCALES.map(
		(locale) =>
			`<section lang="${locale}"><h2>${m.ui_offline_title({}, { locale })}</h2>` +
			`<p>${m.ui_offline_text({}, { locale })}</p></section>`
	).join('');
	const html =
		`<!doctype html><html lang="id"><meta charset="utf-8">` +
		`<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">` +
		`<title>${m.site_name({}, { locale: 'id' })}</title><main><h1>${m.site_name({}, { locale: 'id' })}</h1>${words}</main></html>`;
	const headers = {
		'Content-Type': 'text/html; charset=utf-8',
		'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'"
	};
	return new Response(html, { status: 503, headers });
}

function answer(request: Request): Promise<Response> {
	const { pathname } = new URL(request.url);
	return pathname.startsWith(IMMUTABLE) ? fromProgram(request) : fromHost(request);
}

/** The page that brought this worker was loaded without it: it is kept too, with what it names. */
async function keepOpenPages(): Promise<void> {
	const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	for (const { url } of pages) {
		const response = await fromHost(new Request(url));
		const html = await response.text();
		const named = new Set(html.match(/(?<=")\/[\w./-]+\.(?:js|css|svg|png)(?=")/g));
		await Promise.all([...named].map((path) => answer(new Request(path))));
	}
}

async function dropOldProgram(): Promise<void> {
	const cache = await caches.open(PROGRAM);
	const current = new Set(build);
	for (const request of await cache.keys())
		if (!current.has(new URL(request.url).pathname)) await cache.delete(request);
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener('activate', (event) =>
	event.waitUntil(
		worker.clients
			.claim()
			.then(dropOldProgram)
			.then(keepOpenPages)
			// Without a network there is nothing to keep; the next visit tries again.
			.catch(() => undefined)
	)
);

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin } = new URL(request.url);
	if (request.method !== 'GET' || origin !== worker.location.origin) return;
	event.respondWith(answer(request));
});
