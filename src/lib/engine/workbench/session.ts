import { DuckDBDataProtocol } from '@duckdb/duckdb-wasm';
import { DataType, type RecordBatch, Table } from 'apache-arrow';
import {
	DATASETS,
	type OpenSession,
	fromStatement,
	lockedSettings,
	startSession
} from '../browser-session';
import type { Progress } from '../engine';
import { EngineError } from '../errors';
import { OWN, OWN_FILES, ownPath } from './own';
import { type DescribedColumn, asksForRows, shownAs } from './shown';
import { type Statement, isReadAlike } from './statements';

/** How far a running statement is. */
export interface Asking {
	/** Between 0 and 1, where DuckDB can tell; null otherwise. */
	share: number | null;
	/** Rows that have come so far. */
	rows: number;
}

export interface Streamed {
	table: Table;
	/** Whether there were more rows than were asked for. */
	more: boolean;
}

/** One life of the workbench's worker. */
export interface WorkSession extends OpenSession {
	/** Runs one statement and takes its first rows. Cannot be run while another is running. */
	stream(
		statement: Statement,
		most: number,
		onProgress: (asking: Asking) => void
	): Promise<Streamed>;
	/** Asks the running statement to end; it then throws. */
	cancel(): Promise<void>;
	/** A buffer is handed over, and empty here afterwards; a file stays where it is. */
	putFile(name: string, content: Uint8Array | Blob): Promise<void>;
	takeFile(name: string): Promise<void>;
}

const settings = (memory: number) => [
	'SET enable_progress_bar = true',
	'SET progress_bar_time = 200',
	`CREATE SCHEMA ${OWN}`,
	...lockedSettings(memory, [DATASETS, OWN_FILES])
];

/**
 * Starts a worker of its own for what a reader writes.
 * @param memory megabytes that a query may take
 * @throws EngineError as `startSession`
 */
export async function startWorkSession(
	memory: number,
	onProgress: (progress: Progress) => void
): Promise<WorkSession> {
	const session = await startSession(onProgress, settings(memory), {
		// What a reader writes is not cast for us: a sum is a decimal of 38 digits.
		castDecimalToDouble: true
	});
	const { alive, connection, database } = session;
	return {
		...session,
		stream: (statement, most, onAsking) => streamShown(session, statement, most, onAsking),
		async cancel() {
			await alive(connection.cancelSent());
		},
		async putFile(name, content) {
			const { BROWSER_FILEREADER } = DuckDBDataProtocol;
			await alive(
				content instanceof Uint8Array
					? database.registerFileBuffer(ownPath(name), content)
					: database.registerFileHandle(ownPath(name), content, BROWSER_FILEREADER, true)
			);
		},
		async takeFile(name) {
			await alive(database.dropFile(ownPath(name)));
		}
	};
}

async function streamShown(
	session: OpenSession,
	statement: Statement,
	most: number,
	onProgress: (asking: Asking) => void
): Promise<Streamed> {
	const tokens = await session.alive(session.database.tokenize(statement.text));
	if (!isReadAlike(statement, tokens))
		throw new EngineError({ kind: 'bad_sql', detail: 'Parser Error: more than one statement' });
	const columns = asksForRows(statement) ? await describe(session, statement.text) : null;
	const shown = columns && shownAs(statement.text, columns, most + 1);
	return stream(session, shown ?? statement.text, most, onProgress);
}

/** The columns of an answer; null where DuckDB cannot tell: the statement itself will say why. */
async function describe(session: OpenSession, text: string): Promise<DescribedColumn[] | null> {
	try {
		const table = await session.run(`DESCRIBE ${text}`, []);
		const [names, types] = [table.getChild('column_name'), table.getChild('column_type')];
		return Array.from({ length: table.numRows }, (_, row) => ({
			name: String(names?.get(row)),
			type: String(types?.get(row))
		}));
	} catch (error) {
		if (error instanceof EngineError && error.problem.kind === 'bad_sql') return null;
		throw error;
	}
}

/** Batches come one by one, so that a result of millions is never held whole. */
async function stream(
	{ alive, connection, worker }: OpenSession,
	sql: string,
	most: number,
	onProgress: (asking: Asking) => void
): Promise<Streamed> {
	let share: number | null = null;
	let rows = 0;
	const hear = ({ data }: MessageEvent<ProgressMessage>) => {
		if (data.type !== 'PROGRESS_UPDATE') return;
		const percentage = Number(data.data?.percentage);
		share = percentage >= 0 && percentage <= 100 ? percentage / 100 : null;
		onProgress({ share, rows });
	};
	worker.addEventListener('message', hear);
	try {
		const reader = await alive(connection.send(sql, true));
		await alive(reader.open());
		if (reader.schema.fields.some(({ type }) => DataType.isDictionary(type))) {
			// DuckDB could not describe it: an ENUM of a stream is empty, a whole answer's is not.
			await alive(connection.cancelSent());
			const whole = await alive(connection.query(sql));
			return { table: whole.slice(0, most), more: whole.numRows > most };
		}
		const batches: RecordBatch[] = [];
		while (rows <= most) {
			const { done, value } = await alive(reader.next());
			if (done) break;
			batches.push(value);
			rows += value.numRows;
			onProgress({ share, rows });
		}
		const whole = new Table(reader.schema, batches);
		const more = rows > most;
		if (more) await alive(connection.cancelSent()).catch(() => undefined);
		return { table: more ? whole.slice(0, most) : whole, more };
	} catch (cause) {
		throw cause instanceof EngineError ? cause : fromStatement(cause);
	} finally {
		worker.removeEventListener('message', hear);
	}
}

interface ProgressMessage {
	type?: string;
	data?: { percentage?: unknown };
}
