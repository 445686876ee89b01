import type { Engine } from '$lib/engine/engine';
import { EngineError, type EngineProblem } from '$lib/engine/errors';
import { sharedEngine } from '$lib/engine/shared';
import { AskError, type AskProblem } from '$lib/engine/workbench/problem';
import { openWorkbench } from '$lib/engine/workbench/shared';
import type { Workbench } from '$lib/engine/workbench/workbench';
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
	workbench(): Promise<Workbench>;
	/** What a reader writes, in the workbench: the last statement's rows as texts. */
	write(sql: string, abortAfter?: number): Promise<Written>;
}

export interface Written {
	rows: string[][];
	more: boolean;
	/** The furthest share of the work that was told, and how long it took. */
	furthest: number | null;
	milliseconds: number;
	problem: AskProblem | null;
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
	},
	workbench: openWorkbench,
	async write(sql, abortAfter) {
		const workbench = await openWorkbench();
		const began = performance.now();
		let furthest: number | null = null;
		const told = (rest: Pick<Written, 'rows' | 'more' | 'problem'>): Written => ({
			...rest,
			furthest,
			milliseconds: performance.now() - began
		});
		try {
			const { table, more } = await workbench.ask(sql, {
				...(abortAfter === undefined ? {} : { signal: AbortSignal.timeout(abortAfter) }),
				onProgress: (progress) => {
					if (progress.step === 'query' && progress.share !== null)
						furthest = Math.max(furthest ?? 0, progress.share);
				}
			});
			const columns = table.schema.fields.map((_, index) => [...(table.getChildAt(index) ?? [])]);
			const rows = Array.from({ length: Math.min(table.numRows, 20) }, (_, row) =>
				columns.map((column) => String(column[row]))
			);
			return told({ rows, more, problem: null });
		} catch (error) {
			if (!(error instanceof AskError)) throw error;
			return told({ rows: [], more: false, problem: error.problem });
		}
	}
};
