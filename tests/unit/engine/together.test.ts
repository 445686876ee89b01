import { afterAll, describe, expect, it, vi } from 'vitest';
import { createNodeEngine } from '$lib/engine/node';
import { together } from '$lib/engine/together';

const engine = createNodeEngine();
afterAll(() => engine.close());

const NUMBERS = 'SELECT n::VARCHAR AS name, n::BIGINT AS pub FROM range(?::BIGINT) AS one(n)';
const WORDS = `SELECT ?::VARCHAR AS name, 'x' AS word`;
const NOTHING = 'SELECT NULL::VARCHAR AS name WHERE false';

describe('what is asked at one moment', () => {
	it('is one statement, and each has its own rows and columns, also where they are none', async () => {
		const query = vi.fn(engine.query);
		const asked = together({ ...engine, query });
		const [three, none, word, two] = await Promise.all([
			asked.query(NUMBERS, [3]),
			asked.query(NOTHING),
			asked.query(WORDS, ['first']),
			asked.query(NUMBERS, [2])
		]);
		expect(query).toHaveBeenCalledTimes(1);
		expect([three, none, word, two].map(({ numRows }) => numRows)).toEqual([3, 0, 1, 2]);
		const names = [...(three.getChild('name') ?? [])];
		expect(names.sort()).toEqual(['0', '1', '2']);
		expect([word.getChild('name')?.get(0), word.getChild('word')?.get(0)]).toEqual(['first', 'x']);
	});

	it('is asked once where several ask the same, and answered to each', async () => {
		const query = vi.fn(engine.query);
		const asked = together({ ...engine, query });
		const all = await Promise.all([
			asked.query(NUMBERS, [3]),
			asked.query(NUMBERS, [3]),
			asked.query(NUMBERS, [2])
		]);
		expect(all.map(({ numRows }) => numRows)).toEqual([3, 3, 2]);
		expect(query.mock.calls.map(([, params]) => params)).toEqual([[3, 2]]);
	});

	it('is asked as it stands where it is alone, and later anew', async () => {
		const query = vi.fn(engine.query);
		const asked = together({ ...engine, query });
		expect((await asked.query(NUMBERS, [4])).numRows).toBe(4);
		expect((await asked.query(NUMBERS, [5])).numRows).toBe(5);
		expect(query.mock.calls.map(([sql]) => sql)).toEqual([NUMBERS, NUMBERS]);
	});

	it('is not given up with what another has given up', async () => {
		const asked = together(engine);
		const gone = new AbortController();
		const [old, latest] = [gone.signal, new AbortController().signal];
		const all = Promise.allSettled([
			asked.query(NUMBERS, [1], { signal: old }),
			asked.query(NUMBERS, [2], { signal: latest }),
			asked.query(NUMBERS, [3], { signal: latest })
		]);
		gone.abort();
		expect((await all).map(({ status }) => status).slice(1)).toEqual(['fulfilled', 'fulfilled']);
	});

	it('fails together: none waits for ever', async () => {
		const asked = together(engine);
		const settled = await Promise.allSettled([
			asked.query(NUMBERS, [1]),
			asked.query('SELECT nothing FROM nowhere')
		]);
		expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	});
});
