import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import sirv from 'sirv';
import {
	COMMON_HEADERS,
	FILE_POLICY,
	FRAMED,
	FRAMED_POLICY,
	IMMUTABLE,
	PAGE_POLICY
} from './policy';

const TYPES: Readonly<Record<string, string>> = {
	'.csv': 'text/csv; charset=utf-8',
	'.duckdb': 'application/octet-stream',
	'.gz': 'application/gzip',
	'.webmanifest': 'application/manifest+json'
};

/** Pages end in `/` or `.html`; all else is a file. */
function isPage(pathname: string): boolean {
	return pathname.endsWith('/') || pathname.endsWith('.html');
}

function policyOf(pathname: string): string {
	if (!isPage(pathname)) return FILE_POLICY;
	return FRAMED.test(pathname) ? FRAMED_POLICY : PAGE_POLICY;
}

function setHeaders(response: ServerResponse, pathname: string): void {
	for (const [name, value] of Object.entries(COMMON_HEADERS)) response.setHeader(name, value);
	response.setHeader('Content-Security-Policy', policyOf(pathname));
	response.setHeader(
		'Cache-Control',
		pathname.startsWith('/_app/immutable/') ? IMMUTABLE : 'no-cache'
	);
	const type = TYPES[path.posix.extname(pathname)];
	// Asked for by its own name, a packed file is the file, to be kept as it is.
	if (pathname.endsWith('.gz')) response.setHeader('Content-Encoding', 'identity');
	if (type !== undefined) response.setHeader('Content-Type', type);
}

function notFound(folder: string, request: IncomingMessage, response: ServerResponse): void {
	const page = path.join(folder, '404.html');
	setHeaders(response, '/404.html');
	response.statusCode = 404;
	response.setHeader('Content-Type', 'text/html;charset=utf-8');
	if (request.method === 'HEAD' || !existsSync(page)) response.end();
	else
		createReadStream(page)
			.on('error', () => response.end())
			.pipe(response);
}

function isFolder(folder: string, pathname: string): boolean {
	const full = path.join(folder, pathname);
	return full.startsWith(folder) && existsSync(path.join(full, 'index.html'));
}

/**
 * Answers requests with the files of a built site as a static host should: `.br` and `.gz` files
 * where the browser takes them, the policy as a header, 404.html with status 404.
 */
function siteHandler(folder: string): (request: IncomingMessage, response: ServerResponse) => void {
	// `dev` looks at the disk for each request, so that a build under a running server is served.
	const files = sirv(folder, {
		dev: true,
		etag: true,
		brotli: true,
		gzip: true,
		extensions: ['html'],
		setHeaders
	});
	return (request, response) => {
		const { method = 'GET', url = '/' } = request;
		if (method !== 'GET' && method !== 'HEAD') {
			response.writeHead(405, { Allow: 'GET, HEAD' }).end();
			return;
		}
		const [raw = '/', query] = url.split('?', 2);
		let pathname: string;
		try {
			pathname = decodeURIComponent(raw);
		} catch {
			notFound(folder, request, response);
			return;
		}
		// Hidden files, `//host` and NUL are nobody's page.
		if (/\/\.|\/\/|\\|\0/.test(pathname)) notFound(folder, request, response);
		else if (!pathname.endsWith('/') && isFolder(folder, pathname)) {
			const target = query === undefined ? `${raw}/` : `${raw}/?${query}`;
			response.writeHead(308, { ...COMMON_HEADERS, Location: target }).end();
		} else files(request, response, () => notFound(folder, request, response));
	};
}

/** No port, or a port that someone else has, said in one sentence. */
export class PortError extends Error {
	override readonly name = 'PortError';
}

/** The port to serve on: PORT, else 4173. 0 lets the system choose a free one. */
export function portFrom(text: string | undefined): number {
	if (text === undefined || text.trim() === '') return 4173;
	const port = Number(text);
	if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
	throw new PortError(
		`PORT=${text} bukan nomor porta (0-65535). / PORT=${text} is not a port number (0-65535).`
	);
}

export interface RunningSite {
	address: string;
	close: () => Promise<void>;
}

/**
 * Serves a built site until it is closed.
 * @throws PortError where the port cannot be had
 */
export function serve(folder: string, port: number): Promise<RunningSite> {
	if (!existsSync(folder) || !statSync(folder).isDirectory())
		return Promise.reject(new Error(`${folder}: no such folder`));
	const server = createServer(siteHandler(path.resolve(folder)));
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE')
				reject(
					new PortError(
						`Porta ${port} sedang dipakai; pilih yang lain: PORT=${port + 1} npm start. / ` +
							`Port ${port} is in use; choose another: PORT=${port + 1} npm start.`
					)
				);
			else if (error.code === 'EACCES')
				reject(
					new PortError(
						`Porta ${port} tidak diizinkan; pilih yang di atas 1023. / ` +
							`Port ${port} is not allowed; choose one above 1023.`
					)
				);
			else reject(error);
		});
		server.listen(port, () => {
			const { port: actual } = server.address() as AddressInfo;
			resolve({
				address: `http://localhost:${actual}/`,
				close: () =>
					new Promise((done) => {
						server.close(() => done());
						server.closeAllConnections();
					})
			});
		});
	});
}
