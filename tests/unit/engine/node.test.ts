import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createNodeEngine } from '$lib/engine/node';
import { WASM_BYTES } from '$lib/engine/wasm-bytes';
import { parseManifest } from '$lib/engine/manifest';

describe('the engine in Node', () => {
	it('gives typed columns, keeps null apart from zero, and binds values', async () => {
		const engine = createNodeEngine();
		const table = await engine.query(
			'SELECT ?::VARCHAR AS text, 0::DOUBLE AS zero, NULL::DOUBLE AS none, true AS yes',
			["it's"]
		);
		expect(table.get(0)?.toJSON()).toEqual({ text: "it's", zero: 0, none: null, yes: true });
		await engine.close();
	});

	it('says what is wrong with a statement, and answers the next', async () => {
		const engine = createNodeEngine();
		await expect(engine.query('SELEC 1')).rejects.toMatchObject({ problem: { kind: 'bad_sql' } });
		await expect(engine.query("SELECT DATE '2024-01-01' AS day")).rejects.toMatchObject({
			problem: { kind: 'bad_sql', detail: expect.stringContaining('day') as string }
		});
		expect((await engine.query('SELECT 1::INTEGER AS one')).numRows).toBe(1);
		await engine.close();
	});

	it('ends an aborted query, and never starts one that was aborted before', async () => {
		const engine = createNodeEngine();
		const stop = new AbortController();
		const long = engine.query(
			'SELECT count(*)::INTEGER FROM range(1000000) a, range(1000000) b WHERE a.range * b.range = 7',
			[],
			{ signal: stop.signal }
		);
		stop.abort();
		await expect(long).rejects.toMatchObject({ problem: { kind: 'aborted' } });
		expect((await engine.query('SELECT 1::INTEGER AS one')).numRows).toBe(1);
		await engine.close();
	});

	it('names a dataset that is not there', async () => {
		const engine = createNodeEngine();
		await expect(engine.attach({ id: 'published', base: '/nowhere/' })).rejects.toMatchObject({
			problem: { kind: 'missing_file', file: '/nowhere/manifest.json' }
		});
		await engine.close();
	});
});

describe('a manifest', () => {
	it('of a later format is told apart from a broken one', () => {
		const kindOf = (text: string) => {
			try {
				return parseManifest(text, 'manifest.json').id;
			} catch (error) {
				return (error as { problem?: { kind: string } }).problem?.kind;
			}
		};
		expect(kindOf('{"format": 2}')).toBe('extract_too_new');
		expect(kindOf('{"format": 1}')).toBe('bad_file');
		expect(kindOf('<!doctype html>')).toBe('bad_file');
	});
});

describe('the progress of loading DuckDB', () => {
	it('counts towards the size that the program really has', () => {
		const file = 'node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm';
		expect(statSync(file).size).toBe(WASM_BYTES);
	});
});
