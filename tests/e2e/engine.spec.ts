import { expect, test as base, type Page } from '@playwright/test';
import { SILENCE_LIMIT } from '../../src/lib/engine/browser-worker';
import { createNodeEngine } from '../../src/lib/engine/node';
import { ask } from '../../src/lib/query/question';
import { serveEnginePage, type EngineSite } from '../support/engine-page/build';
import { QUESTIONS } from '../support/engine-page/questions';

// One after another: the page is built once, and each test starts a DuckDB of its own.
base.describe.configure({ mode: 'default' });

let site: EngineSite;
base.beforeAll(async () => {
	site = await serveEnginePage();
});
base.afterAll(() => site.close());

const test = base.extend<{ enginePage: Page }>({
	enginePage: async ({ page }, use) => {
		// Keeps the workers that the page starts, so that a test can kill one in the middle of its work.
		await page.addInitScript(() => {
			const started: Worker[] = [];
			Object.assign(window, { startedWorkers: started });
			window.Worker = class extends Worker {
				constructor(address: string | URL, options?: WorkerOptions) {
					super(address, options);
					started.push(this);
				}
			};
		});
		await page.goto(site.address);
		await use(page);
	}
});

const workers = (page: Page) =>
	page.evaluate(() => (window as unknown as { startedWorkers: Worker[] }).startedWorkers.length);

const kill = (page: Page) =>
	page.evaluate(() =>
		(window as unknown as { startedWorkers: Worker[] }).startedWorkers.at(-1)?.terminate()
	);

test('every question has the same rows in the browser as in Node', async ({ enginePage }) => {
	const node = createNodeEngine();
	await node.attach({ id: 'published', base: site.extract });
	expect((await enginePage.evaluate(() => window.enginePage.attach())).problem).toBeNull();
	for (const [name, question] of Object.entries(QUESTIONS)) {
		const here = await ask(node, question);
		const there = await enginePage.evaluate((asked) => window.enginePage.ask(asked), name);
		expect(there, name).toEqual(here);
		if (name !== 'no_headlines') expect(here.length, name).toBeGreaterThan(0);
	}
	await node.close();
});

test('nothing is fetched before the first question, and nothing after the dataset', async ({
	enginePage
}) => {
	const asked: string[] = [];
	enginePage.on('request', (request) => asked.push(request.url()));
	await enginePage.waitForLoadState('networkidle');
	expect(asked.filter((url) => /wasm|worker|duckdb/.test(url))).toEqual([]);
	const { loaded, problem } = await enginePage.evaluate(() => window.enginePage.attach());
	expect(problem).toBeNull();
	expect(loaded.at(-1)).toBe(1);
	expect(loaded.every((share) => share >= 0 && share <= 1)).toBe(true);
	const before = asked.length;
	await enginePage.evaluate(() => window.enginePage.ask('coverage'));
	expect(asked.length).toBe(before);
});

test('the worker has no way out once it has started', async ({ enginePage }) => {
	await enginePage.evaluate(() => window.enginePage.attach());
	const found = await enginePage.workers()[0]?.evaluate(() => [typeof fetch, typeof WebSocket]);
	expect(found).toEqual(['undefined', 'undefined']);
	const { problem } = await enginePage.evaluate(() =>
		window.enginePage.query("SELECT * FROM read_csv('http://localhost:9/x.csv')")
	);
	expect(problem?.kind).toBe('bad_sql');
});

/** Until the page watches over the newest worker. */
const watched = (page: Page) =>
	page.waitForFunction(async () => {
		const { held = [], pending = [] } = await navigator.locks.query();
		return held.length === 1 && pending.length === 1;
	});

const LASTING = (numbers: number) =>
	`SELECT count(*) FROM range(${numbers}) a, range(30000) b WHERE (a.range * b.range) % 7 = 3`;

test('a worker killed in the middle of a query is replaced and the query answered', async ({
	enginePage
}) => {
	await enginePage.evaluate(() => window.enginePage.attach());
	const answer = enginePage.evaluate((sql) => window.enginePage.query(sql), LASTING(5000));
	await kill(enginePage);
	expect(await answer).toEqual({ rows: 1, problem: null });
	expect(await workers(enginePage)).toBe(2);
	expect((await enginePage.evaluate(() => window.enginePage.ask('regions'))).length).toBe(553);
});

test('a query whose worker dies twice is given up with an error, and the next one is answered', async ({
	enginePage
}) => {
	// A worker that dies before it is watched is only missed after the engine's own limit.
	test.setTimeout(2 * SILENCE_LIMIT);
	await enginePage.evaluate(() => window.enginePage.attach());
	const answer = enginePage.evaluate((sql) => window.enginePage.query(sql), LASTING(200000));
	await kill(enginePage);
	await expect.poll(() => workers(enginePage)).toBe(2);
	await watched(enginePage);
	await kill(enginePage);
	expect((await answer).problem).toEqual({ kind: 'worker_lost' });
	expect((await enginePage.evaluate(() => window.enginePage.ask('regions'))).length).toBe(553);
	expect(await workers(enginePage)).toBe(3);
});

test('a worker that ends silently between two queries is not missed', async ({ enginePage }) => {
	await enginePage.evaluate(() => window.enginePage.attach());
	await enginePage.workers()[0]?.evaluate(() => self.close());
	const rows = await enginePage.evaluate(() => window.enginePage.ask('regions'));
	expect(rows.length).toBe(553);
	expect(await workers(enginePage)).toBe(2);
});

test('an aborted query ends at once and leaves the engine free', async ({ enginePage }) => {
	await enginePage.evaluate(() => window.enginePage.attach());
	const { problem } = await enginePage.evaluate(
		(sql) => window.enginePage.query(sql, 100),
		LASTING(200000)
	);
	expect(problem).toEqual({ kind: 'aborted' });
	expect((await enginePage.evaluate(() => window.enginePage.ask('regions'))).length).toBe(553);
});

test('a dataset that is not what the manifest says is refused by name', async ({ enginePage }) => {
	const attach = () => enginePage.evaluate(() => window.enginePage.attach());
	const database = '**/published.duckdb';
	await enginePage.route(database, async (route) => {
		const body = await (await route.fetch()).body();
		await route.fulfill({ body: body.subarray(0, 5000) });
	});
	expect((await attach()).problem).toMatchObject({ kind: 'bad_file', reason: 'truncated' });
	await enginePage.unroute(database);
	await enginePage.route(database, async (route) => {
		const body = Buffer.from(await (await route.fetch()).body());
		body.writeUInt8(body.readUInt8(9000) ^ 1, 9000);
		await route.fulfill({ body });
	});
	expect((await attach()).problem).toMatchObject({ kind: 'bad_file', reason: 'hash' });
	await enginePage.unroute(database);
	await enginePage.route(database, (route) => route.fulfill({ status: 404 }));
	expect((await attach()).problem).toMatchObject({ kind: 'missing_file', status: 404 });
	await enginePage.unroute(database);
	await enginePage.route(database, (route) => route.abort('internetdisconnected'));
	expect((await attach()).problem).toMatchObject({ kind: 'offline' });
	await enginePage.unroute(database);
	await enginePage.route('**/manifest.json', (route) => route.fulfill({ body: '{"id": ' }));
	expect((await attach()).problem).toMatchObject({ kind: 'bad_file', reason: 'format' });
	await enginePage.unroute('**/manifest.json');
	expect(
		(await enginePage.evaluate(() => window.enginePage.attach('0'.repeat(64)))).problem?.kind
	).toBe('extract_changed');
	expect((await attach()).problem).toBeNull();
});

test('what a reader writes reaches no network, no file and no setting, and changes no dataset', async ({
	enginePage
}) => {
	const attached = () =>
		enginePage.evaluate(async () => {
			const workbench = await window.enginePage.workbench();
			await workbench.attach({ id: 'published', base: '/extract/published/' });
			await workbench.addFile('a.csv', new TextEncoder().encode('k,v\n1,2\n'), [
				"CREATE VIEW berkas.a AS FROM read_csv('berkas/a.csv')"
			]);
		});
	await attached();
	const asked: string[] = [];
	enginePage.context().on('request', (request) => asked.push(request.url()));
	const write = (sql: string) => enginePage.evaluate((text) => window.enginePage.write(text), sql);
	const away = 'http://localhost:9/x';
	for (const sql of [
		`ATTACH '${away}.duckdb'`,
		`COPY (FROM published.figure) TO 'x.csv'`,
		`COPY (FROM published.figure) TO 'berkas/x.csv'`,
		'INSTALL httpfs',
		'LOAD httpfs',
		'PRAGMA database_list',
		'SET enable_external_access = true',
		'DETACH published',
		'/* /* */ SELECT 1 */ DETACH published',
		'CREATE SECRET (TYPE s3)'
	]) {
		expect((await write(sql)).problem, sql).toMatchObject({ kind: 'refused' });
		if (!/^(ATTACH|COPY .*'x|LOAD|SET)/.test(sql)) continue;
		// The lock holds by itself too, without the look at the words.
		const locked = await enginePage.evaluate(
			(text) =>
				window.enginePage
					.workbench()
					.then((workbench) => workbench.query(text))
					.then(
						() => 'run',
						(error: { problem?: { kind: string } }) => error.problem?.kind
					),
			sql
		);
		expect(locked, sql).toBe('bad_sql');
	}
	for (const sql of [
		`FROM read_csv('${away}.csv')`,
		`FROM '${away}.csv'`,
		`FROM sniff_csv('${away}.csv')`,
		"FROM glob('*')",
		"FROM read_csv('*.csv')",
		"FROM read_text('/etc/passwd')",
		"FROM read_csv('berkas/../x.csv')",
		"FROM read_csv('opfs://x.csv')",
		`CREATE VIEW far AS FROM read_csv('${away}.csv')`,
		'DELETE FROM published.figure',
		'DROP TABLE published.figure',
		'CREATE TABLE published.own (a INT)'
	])
		expect((await write(sql)).problem, sql).toMatchObject({ kind: 'bad_sql' });
	const open = await enginePage
		.workers()[0]
		?.evaluate(() =>
			[
				'fetch',
				'XMLHttpRequest',
				'WebSocket',
				'EventSource',
				'importScripts',
				'caches',
				'indexedDB'
			]
				.filter((name) => Reflect.get(globalThis, name) !== undefined)
				.concat(navigator.storage === undefined ? [] : ['OPFS'])
		);
	expect(open).toEqual([]);
	expect(asked).toEqual([]);
	const own = await write(
		'CREATE TABLE own AS FROM berkas.a; SELECT v, (SELECT count(*) > 0 FROM published.figure) FROM own'
	);
	expect(own).toMatchObject({ rows: [['2', 'true']], problem: null });
});

test('a query of a reader ends at once, at its limit, or with its worker, and the next one runs', async ({
	enginePage
}) => {
	const write = (sql: string, abortAfter?: number) =>
		enginePage.evaluate(([text, after]) => window.enginePage.write(text, after), [
			sql,
			abortAfter
		] as const);
	const limits = (change: Partial<{ memory: number; seconds: number; rows: number }>) =>
		enginePage.evaluate(async (changed) => {
			const workbench = await window.enginePage.workbench();
			await workbench.setLimits({ ...workbench.limits, ...changed });
		}, change);
	const LONG = 'SELECT sum(sqrt(a.range) * sin(b.range)) FROM range(60000) a, range(40000) b';
	await enginePage.evaluate(async () => {
		const workbench = await window.enginePage.workbench();
		await workbench.addFile('a.csv', new File(['k,v\n1,2\n'], 'a.csv'), [
			"CREATE VIEW berkas.a AS FROM read_csv('berkas/a.csv')"
		]);
	});
	const cancelled = await write(LONG, 500);
	expect(cancelled.problem).toEqual({ kind: 'aborted' });
	expect(cancelled.milliseconds).toBeLessThan(1500);
	await limits({ seconds: 1, rows: 5 });
	expect((await write(LONG)).problem).toEqual({ kind: 'time_limit', seconds: 1 });
	const many = await write('SELECT * FROM range(1000000)');
	expect(many).toMatchObject({ more: true, rows: [['0'], ['1'], ['2'], ['3'], ['4']] });
	await limits({ seconds: 60, memory: 64 });
	const huge = "CREATE TABLE huge AS SELECT repeat('x', 1000) || range AS t FROM range(500000)";
	expect((await write(huge)).problem).toEqual({ kind: 'out_of_memory' });
	const slow = write(LONG);
	await enginePage.waitForTimeout(500);
	await kill(enginePage);
	expect((await slow).problem).toEqual({ kind: 'worker_lost' });
	expect(await write('FROM berkas.a')).toMatchObject({ rows: [['1', '2']], problem: null });
});
