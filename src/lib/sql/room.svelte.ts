import type { Table } from 'apache-arrow';
import type { DatasetLocation, Progress } from '$lib/engine/engine';
import { EngineError } from '$lib/engine/errors';
import { OWN } from '$lib/engine/workbench/own';
import { AskError, type AskProblem } from '$lib/engine/workbench/problem';
import { existingWorkbench, openWorkbench } from '$lib/engine/workbench/shared';
import type { Asking } from '$lib/engine/workbench/session';
import { LIMITS, type Limits } from '$lib/engine/workbench/limits';
import type { Workbench } from '$lib/engine/workbench/workbench';
import { ownFiles } from '$lib/state/own-files.svelte';
import { type Origin, Origins, changeIn } from './origin';
import { namedParts } from './parts';
import { type KnownFunction, type KnownTable, functionsOf, ownTables } from './known';

/** What came of a script, with the script that it came of. */
export interface RoomAnswer extends Origin {
	sql: string;
	table: Table;
	more: boolean;
	/** The limit of rows under which it was asked. */
	limit: number;
	statements: number;
	milliseconds: number;
	/** The word of a statement that makes or changes a table, whose answer is no rows of one. */
	change: string | null;
}

export interface RoomProblem {
	problem: AskProblem;
	/** Where the statement at fault begins. */
	at: number | null;
	sql: string;
}

export type RoomProgress = Progress | (Asking & { step: 'query' });

/** What the SQL room knows: what was run, what came of it, and what can be asked. */
export class SqlRoom {
	#answer = $state.raw<RoomAnswer | null>(null);
	#problem = $state.raw<RoomProblem | null>(null);
	#progress = $state.raw<RoomProgress | null>(null);
	#busy = $state(false);
	#limits = $state.raw<Limits>({ ...LIMITS });
	#own = $state.raw<readonly KnownTable[]>([]);
	#functions = $state.raw<readonly KnownFunction[]>([]);
	#lost = $state(false);
	#life = 0;
	#stop: AbortController | null = null;
	readonly #origins: Origins;
	readonly #datasets: readonly DatasetLocation[];
	readonly #parts: readonly DatasetLocation[];

	/**
	 * @param datasets always there
	 * @param parts fetched when a query names them
	 * @param marked names of datasets of made-up lists
	 */
	constructor(
		datasets: readonly DatasetLocation[],
		parts: readonly DatasetLocation[],
		marked: readonly string[]
	) {
		this.#datasets = datasets;
		this.#parts = parts;
		this.#origins = new Origins(
			[...datasets, ...parts].map(({ id }) => id),
			marked
		);
	}

	get answer(): RoomAnswer | null {
		return this.#answer;
	}

	get problem(): RoomProblem | null {
		return this.#problem;
	}

	/** Whether tables that the reader had made by hand are gone with an earlier worker. */
	get lost(): boolean {
		return this.#lost;
	}

	get progress(): RoomProgress | null {
		return this.#progress;
	}

	get busy(): boolean {
		return this.#busy;
	}

	get limits(): Limits {
		return this.#limits;
	}

	/** Tables of the reader's own: of files brought in, asked already or not, and those made by hand. */
	get own(): readonly KnownTable[] {
		const brought = ownFiles.tables;
		return [
			...brought,
			...this.#own.filter(
				({ schema, name }) => schema !== OWN || brought.every((one) => one.name !== name)
			)
		];
	}

	/** DuckDB's functions, once it has started. */
	get functions(): readonly KnownFunction[] {
		return this.#functions;
	}

	/** Looks for what another page has brought in; loads nothing where there is none. */
	async enter(): Promise<void> {
		const workbench = await existingWorkbench();
		if (!workbench) return;
		this.#limits = { ...workbench.limits };
		if (workbench.life > 0) await this.#look(workbench);
	}

	async run(sql: string): Promise<void> {
		this.stop();
		const stop = new AbortController();
		this.#stop = stop;
		this.#busy = true;
		this.#problem = null;
		this.#progress = null;
		const onProgress = (progress: RoomProgress) => {
			if (this.#stop === stop) this.#progress = progress;
		};
		let workbench: Workbench | null = null;
		try {
			workbench = await openWorkbench();
			for (const dataset of [...this.#datasets, ...namedParts(sql, this.#parts)])
				await workbench.attach(dataset, { signal: stop.signal, onProgress });
			await ownFiles.putOn(workbench);
			const answer = await workbench.ask(sql, { signal: stop.signal, onProgress });
			if (this.#stop !== stop) return;
			const origin = this.#origins.of(sql);
			const limit = workbench.limits.rows;
			this.#answer = { sql, ...answer, ...origin, limit, change: changeIn(sql) };
		} catch (error) {
			if (this.#stop !== stop) return;
			const problem = problemOf(error);
			const at = error instanceof AskError ? error.at : null;
			this.#problem = { problem, at, sql };
		} finally {
			if (this.#stop === stop) {
				this.#stop = null;
				this.#busy = false;
				this.#progress = null;
			}
		}
		if (workbench) await this.#look(workbench);
	}

	/** Ends what is running; what stands on the page stays. */
	stop(): void {
		if (!this.#stop) return;
		this.#stop.abort();
		this.#stop = null;
		this.#busy = false;
		this.#progress = null;
	}

	async setLimits(limits: Limits): Promise<void> {
		this.#limits = { ...limits };
		await (await openWorkbench()).setLimits(limits);
	}

	/** What the reader has, and DuckDB's functions: for completion and the list of tables. */
	async #look(workbench: Workbench): Promise<void> {
		try {
			const had = this.#own.some(({ schema }) => schema !== OWN);
			this.#own = await ownTables(workbench);
			this.#lost = had && workbench.life !== this.#life;
			this.#life = workbench.life;
			if (this.#functions.length === 0) this.#functions = await functionsOf(workbench);
		} catch (error) {
			// Only helps to write; the next run says what is wrong.
			if (!(error instanceof EngineError)) throw error;
		}
	}
}

function problemOf(error: unknown): AskProblem {
	if (error instanceof AskError || error instanceof EngineError) return error.problem;
	throw error;
}
