import type { Table } from 'apache-arrow';
import { fetchDatabase } from '../dataset';
import type { AttachOptions, DatasetLocation, Progress, QueryOptions, SqlValue } from '../engine';
import { EngineError, orAborted } from '../errors';
import { httpFiles } from '../http';
import { Line } from '../line';
import { LIMITS, type Limits } from './limits';
import { AskError } from './problem';
import { type Asking, type WorkSession, startWorkSession } from './session';
import { refusedWord, splitStatements } from './statements';

/** How long a statement that was cancelled may go on before its worker is ended. */
const GRACE = 2000;

export interface AskOptions extends QueryOptions {
	onProgress?: (progress: Progress | (Asking & { step: 'query' })) => void;
}

/** What a script has answered: the rows of its last statement. */
export interface Answer {
	table: Table;
	/** Whether there were more rows than the limit lets through. */
	more: boolean;
	/** How many statements were run. */
	statements: number;
	milliseconds: number;
}

/** An own file, kept so that a worker that died can be started again with it. */
interface OwnFile {
	content: Uint8Array | Blob;
	setup: readonly string[];
}

/**
 * DuckDB for what a reader writes, in a worker of its own, with no way out and with datasets that only
 * can be read. Statements run one after another. After a crash, or where a statement does not end when
 * it is told to, the next question starts another worker, with the datasets and the reader's own files
 * on it again; tables that the reader had made by hand are gone, which `life` tells.
 */
export class Workbench {
	#line = new Line();
	#session: Promise<WorkSession> | null = null;
	#datasets = new Map<string, DatasetLocation>();
	#files = new Map<string, OwnFile>();
	#listeners = new Set<(progress: Progress) => void>();
	#limits: Limits = { ...LIMITS };
	#life = 0;
	#closed = false;

	get limits(): Readonly<Limits> {
		return this.#limits;
	}

	/** Counts the workers that were started. What was made by hand in an earlier one is gone. */
	get life(): number {
		return this.#life;
	}

	/** Another limit of memory starts the worker anew. */
	async setLimits(limits: Limits): Promise<void> {
		const anew = limits.memory !== this.#limits.memory;
		this.#limits = { ...limits };
		if (anew) await this.#line.run(() => this.#drop());
	}

	/**
	 * One statement of the program's own, with bound values; its rows whole.
	 * @throws EngineError
	 */
	query(
		sql: string,
		params: readonly SqlValue[] = [],
		{ signal }: QueryOptions = {}
	): Promise<Table> {
		return this.#waiting(signal, () =>
			this.#on((session) => this.#until(session, session.run(sql, params), signal))
		);
	}

	/**
	 * Statements of the program's own: those that make the table of an own file.
	 * @throws EngineError
	 */
	async run(sql: string): Promise<void> {
		for (const { text } of splitStatements(sql)) await this.query(text);
	}

	/**
	 * What a reader has written: each statement is looked at, then run in its turn.
	 * @throws AskError, also for what goes wrong with the engine
	 */
	async ask(script: string, { signal, onProgress }: AskOptions = {}): Promise<Answer> {
		const statements = splitStatements(script);
		for (const statement of statements) {
			const word = refusedWord(statement);
			if (word !== null) throw new AskError({ kind: 'refused', word }, statement.from);
		}
		if (statements.length === 0) throw new AskError({ kind: 'empty' }, null);
		const stop = new AbortController();
		const abort = () => stop.abort();
		if (signal?.aborted) abort();
		signal?.addEventListener('abort', abort, { once: true });
		if (onProgress) this.#listeners.add(onProgress);
		const { rows, seconds } = this.#limits;
		let timer: ReturnType<typeof setTimeout> | undefined;
		let late = false;
		let at: number | null = null;
		try {
			return await this.#waiting(stop.signal, async () => {
				await this.#ready();
				const began = performance.now();
				timer = setTimeout(() => {
					late = true;
					abort();
				}, seconds * 1000);
				let last: { table: Table; more: boolean } | null = null;
				for (const statement of statements) {
					at = statement.from;
					const tell = (asking: Asking) => onProgress?.({ step: 'query', ...asking });
					last = await this.#on((session) =>
						this.#until(session, session.stream(statement, rows, tell), stop.signal)
					);
				}
				if (last === null) throw new EngineError({ kind: 'aborted' });
				const milliseconds = performance.now() - began;
				return { ...last, statements: statements.length, milliseconds };
			});
		} catch (cause) {
			if (!(cause instanceof EngineError)) throw cause;
			const problem =
				late && cause.problem.kind === 'aborted'
					? ({ kind: 'time_limit', seconds } as const)
					: cause.problem;
			throw new AskError(problem, at, { cause });
		} finally {
			clearTimeout(timer);
			signal?.removeEventListener('abort', abort);
			if (onProgress) this.#listeners.delete(onProgress);
		}
	}

	/**
	 * Makes a dataset's tables readable under its id; they cannot be changed. Twice does nothing.
	 * @throws EngineError
	 */
	async attach(
		dataset: DatasetLocation,
		{ signal, onProgress }: AttachOptions = {}
	): Promise<void> {
		if (onProgress) this.#listeners.add(onProgress);
		try {
			await this.#waiting(signal, async () => {
				if (this.#datasets.has(dataset.id)) return;
				await this.#on((session) => this.#putOn(session, dataset));
				this.#datasets.set(dataset.id, dataset);
			});
		} finally {
			if (onProgress) this.#listeners.delete(onProgress);
		}
	}

	/**
	 * Makes a file readable by DuckDB under `ownPath(name)`, from memory or from where the reader keeps
	 * it. Bytes are copied, and kept for another worker; of a `File` only the handle is.
	 * @param setup statements that make its tables (`CREATE VIEW berkas.x AS …`), run here and again on
	 * each new worker
	 * @throws EngineError
	 */
	addFile(name: string, content: Uint8Array | Blob, setup: readonly string[] = []): Promise<void> {
		return this.#waiting(undefined, async () => {
			const file = { content, setup };
			await this.#on((session) => putFile(session, name, file));
			this.#files.set(name, file);
		});
	}

	/** @param setup statements that take away what the file's own had made, run before the file goes */
	dropFile(name: string, setup: readonly string[] = []): Promise<void> {
		return this.#waiting(undefined, async () => {
			if (!this.#files.delete(name)) return;
			await this.#on(async (session) => {
				for (const sql of setup) await session.run(sql, []);
				await session.takeFile(name);
			});
		});
	}

	async close(): Promise<void> {
		this.#closed = true;
		await this.#drop();
	}

	#waiting<T>(signal: AbortSignal | undefined, task: () => Promise<T>): Promise<T> {
		return orAborted(this.#line.run(task, signal), signal);
	}

	/** Runs work on a worker with everything on it; one that died over it is cleared away. */
	async #on<T>(work: (session: WorkSession) => Promise<T>): Promise<T> {
		try {
			return await work(await this.#ready());
		} catch (error) {
			const kind = error instanceof EngineError ? error.problem.kind : null;
			if (kind === 'worker_lost' || kind === 'out_of_memory') await this.#drop();
			throw error;
		}
	}

	#ready(): Promise<WorkSession> {
		if (this.#closed) return Promise.reject(new EngineError({ kind: 'aborted' }));
		this.#session ??= this.#start().catch((error: unknown) => {
			this.#session = null;
			throw error;
		});
		return this.#session;
	}

	async #start(): Promise<WorkSession> {
		const session = await startWorkSession(this.#limits.memory, this.#tell);
		this.#life += 1;
		try {
			for (const dataset of this.#datasets.values()) await this.#putOn(session, dataset);
			for (const [name, file] of this.#files) await putFile(session, name, file);
		} catch (error) {
			session.end();
			throw error;
		}
		return session;
	}

	#tell = (progress: Progress) => this.#listeners.forEach((listener) => listener(progress));

	async #putOn(session: WorkSession, dataset: DatasetLocation): Promise<void> {
		// Fetched anew for each worker: mostly from the browser's cache.
		const { bytes } = await fetchDatabase(dataset, httpFiles(), this.#tell);
		await session.attach(dataset.id, bytes);
	}

	/** The answer; where the signal comes first, `aborted` once the statement or its worker has ended. */
	async #until<T>(
		session: WorkSession,
		answer: Promise<T>,
		signal: AbortSignal | undefined
	): Promise<T> {
		try {
			return await orAborted(answer, signal);
		} catch (error) {
			if (!signal?.aborted) throw error;
			session.cancel().catch(() => undefined);
			const settled = answer.then(
				() => true,
				() => true
			);
			const patience = new Promise<false>((resolve) => setTimeout(resolve, GRACE, false));
			if (!(await Promise.race([settled, patience]))) await this.#drop();
			throw new EngineError({ kind: 'aborted' });
		}
	}

	async #drop(): Promise<void> {
		const old = this.#session;
		this.#session = null;
		await old?.then(
			(session) => session.end(),
			() => undefined
		);
	}
}

async function putFile(
	session: WorkSession,
	name: string,
	{ content, setup }: OwnFile
): Promise<void> {
	await session.putFile(name, content instanceof Uint8Array ? content.slice() : content);
	for (const sql of setup) await session.run(sql, []);
}
