import { describe, expect, it } from 'vitest';
import { gather } from '$lib/engine/gather';
import { isQuestion } from '$lib/engine/prepared';

/** What was handed on, group by group. */
function watched() {
	const groups: string[][] = [];
	const send = gather<string>(isQuestion, (group) => {
		groups.push(group.map(({ sql }) => sql));
		for (const { sql, resolve } of group) resolve(`answer to ${sql}`);
	});
	const ask = (sql: string, signal?: AbortSignal) =>
		new Promise<string>((resolve, reject) => send({ sql, params: [], signal, resolve, reject }));
	return { groups, ask };
}

describe('what is asked at one moment', () => {
	it('goes together, and each has its own answer', async () => {
		const { groups, ask } = watched();
		const answers = await Promise.all([ask('SELECT 1'), ask('WITH x AS (SELECT 2) FROM x')]);
		expect(answers).toEqual(['answer to SELECT 1', 'answer to WITH x AS (SELECT 2) FROM x']);
		expect(groups).toHaveLength(1);
		await ask('SELECT 3');
		expect(groups.slice(1)).toEqual([['SELECT 3']]);
	});

	it('goes with what the same signal gives up, and with nothing else', async () => {
		const { groups, ask } = watched();
		const [one, other] = [new AbortController().signal, new AbortController().signal];
		await Promise.all([ask('SELECT 1', one), ask('SELECT 2', other), ask('SELECT 3', other)]);
		expect(groups).toEqual([['SELECT 1'], ['SELECT 2', 'SELECT 3']]);
	});

	it('waits for a table that is made before it', async () => {
		const { groups, ask } = watched();
		await Promise.all(
			['SELECT 1', 'CREATE TABLE a AS SELECT 1', 'FROM a', 'SELECT 2'].map((sql) => ask(sql))
		);
		expect(groups).toEqual([
			['SELECT 1'],
			['CREATE TABLE a AS SELECT 1'],
			['FROM a'],
			['SELECT 2']
		]);
	});
});
