import type { Table } from 'apache-arrow';
import type { Engine, SqlValue } from './engine';
import { isQuestion } from './prepared';

/** Rows of all remembered answers together: some 20 MB at most. */
const MOST_ROWS = 200_000;

/**
 * An engine that gives an answer again without asking. What is attached never changes, so the same
 * question with the same values has one answer; readers go back and forth between few of them, and
 * parts of a page ask the same whatever they filter by.
 * @param most rows that are kept; the answers least lately given are forgotten first
 */
export function remembered(engine: Engine, most = MOST_ROWS): Engine {
	const answers = new Map<string, Table>();
	/** What is being asked, by those who may give it up together. */
	const asking = new Map<string, { signal: AbortSignal | undefined; answer: Promise<Table> }>();
	let rows = 0;

	function forget(key: string): void {
		rows -= weight(answers.get(key));
		answers.delete(key);
	}

	function keep(key: string, answer: Table): void {
		if (answers.has(key)) forget(key);
		answers.set(key, answer);
		rows += weight(answer);
		for (const oldest of answers.keys()) {
			if (rows <= most) break;
			forget(oldest);
		}
	}

	/** What several ask at one moment is asked once, and answered to all of them. */
	function askOnce(key: string, ...[sql, params, options]: Parameters<Engine['query']>) {
		const before = asking.get(key);
		if (before && before.signal === options?.signal) return before.answer;
		const answer = engine.query(sql, params, options);
		const one = { signal: options?.signal, answer };
		asking.set(key, one);
		const done = () => {
			if (asking.get(key) === one) asking.delete(key);
		};
		answer.then(done, done);
		return answer;
	}

	return {
		...engine,
		async query(sql, params = [], options) {
			// Where tables are made or changed, nothing that was said until then need still hold.
			if (!isQuestion(sql))
				return engine.query(sql, params, options).finally(() => {
					answers.clear();
					rows = 0;
				});
			const key = keyOf(sql, params);
			const known = options?.signal?.aborted ? undefined : answers.get(key);
			const answer = known ?? (await askOnce(key, sql, params, options));
			keep(key, answer);
			return answer;
		}
	};
}

/** An empty answer is kept too, and takes its place. */
function weight(answer: Table | undefined): number {
	return answer ? answer.numRows + 1 : 0;
}

function keyOf(sql: string, params: readonly SqlValue[]): string {
	return JSON.stringify([sql, ...params]);
}
