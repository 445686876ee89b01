import type { Engine } from '$lib/engine/engine';
import { EngineError, type EngineProblem } from '$lib/engine/errors';
import { sharedEngine } from '$lib/engine/shared';
import { ask } from '$lib/query/question';
import { COMPUTED_QUESTIONS } from '../computed/office';
import { QUESTIONS } from './questions';

/** What a test asks of the page: every answer is data, since errors lose their fields on the way. */
export interface EnginePage {
	engine(): Promise<Engine>;
	attach(contentHash?: string): Promise<{ loaded: number[]; problem: EngineProblem | null }>;
	ask(name: string): Promise<unknown[]>;
	/** Runs statements one after another, then answers with the first column of the last. */
	run(statements: readonly string[], last: string): Promise<string[]>;
	query(sql: string, abortAfter?: number): Promise<{ rows: number; problem: EngineProblem | null }>;
}

declare global {
	interface Window {
		enginePage: EnginePage;
	}
}

function problemOf(error: unknown): EngineProblem {
	if (error instanceof EngineError) return error.problem;
	throw error;
}

window.enginePage = {
	engine: sharedEngine,
	async attach(contentHash) {
		const loaded: number[] = [];
		try {
			const engine = await sharedEngine();
			await engine.attach(
				{
					id: 'published',
					base: '/extract/published/',
					...(contentHash === undefined ? {} : { contentHash })
				},
				{ onProgress: (progress) => loaded.push(progress.loaded / progress.total) }
			);
			return { loaded, problem: null };
		} catch (error) {
			return { loaded, problem: problemOf(error) };
		}
	},
	async ask(name) {
		const question = QUESTIONS[name] ?? COMPUTED_QUESTIONS[name];
		if (!question) throw new RangeError(name);
		return ask(await sharedEngine(), question);
	},
	async run(statements, last) {
		const engine = await sharedEngine();
		for (const sql of statements) await engine.query(sql);
		const table = await engine.query(last);
		return [...(table.getChildAt(0) ?? [])].map(String);
	},
	async query(sql, abortAfter) {
		const engine = await sharedEngine();
		const signal = abortAfter === undefined ? {} : { signal: AbortSignal.timeout(abortAfter) };
		try {
			const table = await engine.query(sql, [], signal);
			return { rows: table.numRows, problem: null };
		} catch (error) {
			return { rows: 0, problem: problemOf(error) };
		}
	}
};
