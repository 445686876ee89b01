import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILE_POLICY, PAGE_POLICY } from '../../../data/site/policy';
import { PortError, portFrom, serve, type RunningSite } from '../../../data/site/server';

let folder: string;
let site: RunningSite;

beforeAll(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'site-'));
	const write = (name: string, content: string | Buffer) => {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), content);
	};
	write('site/index.html', '<h1>Ringkasan</h1>');
	write('site/cakupan/index.html', '<h1>Cakupan</h1>');
	write('site/404.html', '<h1>Tidak ada</h1>');
	write('site/.made-from', 'abc');
	write('site/_app/immutable/a.js', 'let a;');
	write('site/_app/immutable/a.js.gz', gzipSync('let a;'));
	write('site/extract/published.duckdb', 'DUCK');
	write('site/extract/manifest.json', '{}');
	write('site/extract/k1.csv.gz', gzipSync('region,pub'));
	write('secret.txt', 'no');
	site = await serve(path.join(folder, 'site'), 0);
});
afterAll(async () => {
	await site.close();
	rmSync(folder, { recursive: true });
});

interface Answer {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	body: Buffer;
}

/** Asks as given: `fetch` would tidy the path and unpack the answer. */
function ask(target: string, headers: Record<string, string> = {}, method = 'GET') {
	return new Promise<Answer>((resolve, reject) => {
		const { hostname, port } = new URL(site.address);
		const request = httpRequest({ hostname, port, path: target, headers, method }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('end', () =>
				resolve({
					status: response.statusCode ?? 0,
					headers: response.headers,
					body: Buffer.concat(parts)
				})
			);
		});
		request.on('error', reject).end();
	});
}

describe('the server of the built site', () => {
	it('sends a page with the policy for pages, asked for anew each time', async () => {
		const { status, headers, body } = await ask('/cakupan/?tahun=2024');
		expect(status).toBe(200);
		expect(body.toString()).toBe('<h1>Cakupan</h1>');
		expect(headers['content-type']).toBe('text/html;charset=utf-8');
		expect(headers['content-security-policy']).toBe(PAGE_POLICY);
		expect(headers['x-content-type-options']).toBe('nosniff');
		expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
		expect(headers['cache-control']).toBe('no-cache');
	});

	it('sends a script with the whole policy, to be kept, compressed where that is taken', async () => {
		const plain = await ask('/_app/immutable/a.js');
		expect(plain.body.toString()).toBe('let a;');
		expect(plain.headers['content-security-policy']).toBe(FILE_POLICY);
		expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
		const packed = await ask('/_app/immutable/a.js', { 'accept-encoding': 'gzip' });
		expect(packed.headers['content-encoding']).toBe('gzip');
		expect(packed.headers['content-type']).toBe('text/javascript');
		expect(gunzipSync(packed.body).toString()).toBe('let a;');
	});

	it('sends a packed file that is asked for by name as it is, to be kept', async () => {
		const packed = await ask('/extract/k1.csv.gz', { 'accept-encoding': 'gzip' });
		expect(packed.headers['content-encoding']).not.toBe('gzip');
		expect(packed.headers['content-type']).toBe('application/gzip');
		expect(gunzipSync(packed.body).toString()).toBe('region,pub');
	});

	it('sends the dataset as bytes and its manifest never from a cache unasked', async () => {
		const dataset = await ask('/extract/published.duckdb');
		expect(dataset.headers['content-type']).toBe('application/octet-stream');
		expect((await ask('/extract/manifest.json')).headers['cache-control']).toBe('no-cache');
	});

	it('answers 304 where the reader has the page already', async () => {
		const { headers } = await ask('/');
		const again = await ask('/', { 'if-none-match': String(headers['etag']) });
		expect(again.status).toBe(304);
		expect(again.body).toHaveLength(0);
	});

	it('leads a folder without its slash to the folder, with what was asked', async () => {
		const { status, headers } = await ask('/cakupan?tahun=2024');
		expect(status).toBe(308);
		expect(headers['location']).toBe('/cakupan/?tahun=2024');
	});

	for (const target of [
		'/tidak-ada/',
		'/.made-from',
		'/../secret.txt',
		'/%2e%2e/secret.txt',
		'/..%5csecret.txt',
		'//cakupan',
		'/%E0%A4%A'
	])
		it(`answers ${target} with 404 and the page that says so`, async () => {
			const { status, headers, body } = await ask(target);
			expect(status).toBe(404);
			expect(headers['content-type']).toContain('text/html');
			expect(body.toString()).toBe('<h1>Tidak ada</h1>');
		});

	it('takes nothing in', async () => {
		expect((await ask('/', {}, 'POST')).status).toBe(405);
		expect((await ask('/', {}, 'HEAD')).body).toHaveLength(0);
	});

	it('says in both languages that a port is in use', async () => {
		const { port } = new URL(site.address);
		const second = serve(path.join(folder, 'site'), Number(port));
		await expect(second).rejects.toThrow(PortError);
		await expect(second).rejects.toThrow(/sedang dipakai.*is in use/);
	});
});

describe('the port', () => {
	it('is 4173 unless PORT says otherwise', () => {
		expect(portFrom(undefined)).toBe(4173);
		expect(portFrom('')).toBe(4173);
		expect(portFrom('8080')).toBe(8080);
	});

	it('is refused where PORT is no port', () => {
		for (const text of ['http', '-1', '70000', '80.5'])
			expect(() => portFrom(text)).toThrow(PortError);
	});
});
