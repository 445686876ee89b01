import { identifier } from '$lib/engine/quote';
import type { Workbench } from '$lib/engine/workbench/workbench';
import { OWN } from '$lib/engine/workbench/own';
import type { Corrections, FileFault, OwnReading } from '$lib/files';
import { tableName } from '$lib/files/names';
import { SQL_TYPES, tableStatement } from '$lib/files/to-table';
import type { RegionReference } from '$lib/read/region';

/** A table of the workbench, as the SQL room lists it. */
interface OwnTable {
	schema: string;
	name: string;
	columns: readonly { name: string; type: string }[];
}

/** A file that the reader has brought, with what was made of it. */
export class OwnFile {
	readonly file: File;
	/** Its table in the workbench: `berkas.<name>`. */
	readonly name: string;
	#said = $state.raw<Corrections>({});
	#reading = $state.raw<OwnReading | null>(null);
	#fault = $state.raw<FileFault | null>(null);
	#busy = $state(false);
	#agreed = $state(false);
	#control: AbortController | null = null;
	/** The reading whose rows are in the workbench. */
	inWorkbench: OwnReading | null = null;

	constructor(file: File, name: string) {
		this.file = file;
		this.name = name;
	}

	get said(): Corrections {
		return this.#said;
	}

	get reading(): OwnReading | null {
		return this.#reading;
	}

	get fault(): FileFault | null {
		return this.#fault;
	}

	get busy(): boolean {
		return this.#busy;
	}

	/** It looks like a list of people, and the reader has not said to go on. */
	get guarded(): boolean {
		return this.looksOfPeople && !this.#agreed;
	}

	get looksOfPeople(): boolean {
		return (this.#reading?.people.length ?? 0) > 0;
	}

	/** The reader has been warned and goes on. */
	agree(): void {
		this.#agreed = true;
	}

	stop(): void {
		this.#control?.abort();
	}

	/** Reads it, or reads it again as the reader has corrected it. */
	async read(reference: RegionReference, said: Corrections = this.#said): Promise<void> {
		this.stop();
		const control = new AbortController();
		this.#control = control;
		this.#said = said;
		this.#busy = true;
		this.#fault = null;
		try {
			const { readInWorker } = await import('$lib/files/reader');
			const result = await readInWorker(this.file, reference, said, control.signal);
			if (this.#control !== control) return;
			if (result.ok) this.#reading = result.reading;
			else this.#fault = result.fault;
		} finally {
			if (this.#control === control) {
				this.#control = null;
				this.#busy = false;
			}
		}
	}
}

/**
 * What the reader has brought in this session. In memory only: it is in no link, no history and no
 * storage, and is gone with the page's window.
 */
class OwnFiles {
	#files = $state.raw<readonly OwnFile[]>([]);

	get files(): readonly OwnFile[] {
		return this.#files;
	}

	/** The tables that `putOn` makes, with the types of DuckDB's. */
	get tables(): readonly OwnTable[] {
		return this.#files.flatMap(({ name, reading, guarded }) =>
			reading === null || guarded
				? []
				: [
						{
							schema: OWN,
							name,
							columns: reading.columns.map((column) => ({
								name: column.name,
								type: SQL_TYPES[column.type]
							}))
						}
					]
		);
	}

	/** Adds files under names of their own, and reads them one after another. */
	async add(files: Iterable<File>, reference: RegionReference): Promise<void> {
		const added: OwnFile[] = [];
		for (const file of files) {
			const taken = [...this.#files, ...added].map(({ name }) => name);
			added.push(new OwnFile(file, tableName(file.name, taken)));
		}
		this.#files = [...this.#files, ...added];
		for (const one of added) if (this.#files.includes(one)) await one.read(reference);
	}

	async remove(file: OwnFile): Promise<void> {
		file.stop();
		this.#files = this.#files.filter((one) => one !== file);
		if (file.inWorkbench === null) return;
		const { openWorkbench } = await import('$lib/engine/workbench/shared');
		const workbench = await openWorkbench();
		await workbench.dropFile(`${file.name}.csv`, [
			`DROP TABLE IF EXISTS ${OWN}.${identifier(file.name)}`
		]);
	}

	/**
	 * Puts the tables of all files that were read into the workbench, as `berkas.<name>`: those that
	 * have changed since, and no list of people that the reader was warned of and has not agreed to.
	 * @throws EngineError
	 */
	async putOn(workbench: Workbench): Promise<void> {
		const { writtenCsv } = await import('$lib/files/to-csv');
		for (const file of this.#files) {
			const { reading } = file;
			if (reading === null || file.guarded || file.inWorkbench === reading) continue;
			await workbench.addFile(`${file.name}.csv`, writtenCsv(reading), [
				tableStatement(file.name, reading)
			]);
			file.inWorkbench = reading;
		}
	}

	/** Whether a statement names the table of a list of people: then it belongs in no link or history. */
	namesPeople(sql: string): boolean {
		const text = sql.toLowerCase();
		return this.#files.some((file) => file.looksOfPeople && text.includes(file.name.toLowerCase()));
	}
}

export const ownFiles = new OwnFiles();
