import { afterAll, describe, expect, it, vi } from 'vitest';
import { createNodeEngine } from '$lib/engine/node';
import { remembered } from '$lib/engine/remembered';

const engine = createNodeEngine();
afterAll(() => engine.close());

const NUMBERS = 'SELECT n FROM range(?::BIGINT) AS one(n)';

function watched(most?: number) {
	const query = vi.fn(engine.query);
	return { query, asked: remembered({ ...engine, query }, most) };
}

describe('a question that was answered', () => {
	it('is not asked again with the same values, and is with others', async () => {
		const { query, asked } = watched();
		const first = await asked.query(NUMBERS, [3]);
		expect(await asked.query(NUMBERS, [3])).toBe(first);
		expect((await asked.query(NUMBERS, [4])).numRows).toBe(4);
		expect(query).toHaveBeenCalledTimes(2);
	});

	it('tells a number from the text of one', async () => {
		const { asked } = watched();
		const type = async (value: number | string) =>
			(await asked.query('SELECT typeof(?) AS name', [value])).getChild('name')?.get(0) as string;
		expect(await type(1)).not.toBe(await type('1'));
	});

	it('is forgotten where it was given least lately and there is no room', async () => {
		const { query, asked } = watched(10);
		await asked.query(NUMBERS, [4]);
		await asked.query(NUMBERS, [3]);
		await asked.query(NUMBERS, [4]);
		await asked.query(NUMBERS, [2]);
		query.mockClear();
		await asked.query(NUMBERS, [4]);
		expect(query).not.toHaveBeenCalled();
		await asked.query(NUMBERS, [3]);
		expect(query).toHaveBeenCalledTimes(1);
	});

	it('is asked again where it failed, or where it was given up', async () => {
		const { query, asked } = watched();
		await expect(asked.query('SELECT nothing FROM nowhere')).rejects.toThrow();
		await expect(asked.query('SELECT nothing FROM nowhere')).rejects.toThrow();
		expect(query).toHaveBeenCalledTimes(2);
		await asked.query(NUMBERS, [1]);
		const gone = AbortSignal.abort();
		await expect(asked.query(NUMBERS, [1], { signal: gone })).rejects.toThrow();
	});

	it('is asked again after a table was changed', async () => {
		const { asked } = watched();
		await asked.query('CREATE OR REPLACE TABLE changing AS SELECT 1 AS n');
		expect((await asked.query('SELECT n FROM changing')).getChild('n')?.get(0)).toBe(1);
		await asked.query('CREATE OR REPLACE TABLE changing AS SELECT 2 AS n');
		expect((await asked.query('SELECT n FROM changing')).getChild('n')?.get(0)).toBe(2);
	});
});
