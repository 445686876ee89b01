import { identifier } from '$lib/engine/quote';
import { OWN } from '$lib/engine/workbench/own';
import { existingWorkbench } from '$lib/engine/workbench/shared';
import type { Workbench } from '$lib/engine/workbench/workbench';
import { tableName } from '$lib/files/names';
import { type TableColumn, regionCodeColumn, tableColumns } from '$lib/files/region-code';
import type { RegionReference } from '$lib/read/region';
import { OwnFile } from './own-file.svelte';

/** A table of the workbench, as the SQL room lists it. */
interface OwnTable {
	schema: string;
	name: string;
	columns: readonly TableColumn[];
	/** The column of matched Kemendagri codes; null where there is none. */
	codes: string | null;
	/** Whether it looks like a list of people. */
	people: boolean;
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
		return this.#files.flatMap(({ name, reading, ready, looksOfPeople: people }) =>
			reading === null || !ready
				? []
				: [
						{
							schema: OWN,
							name,
							columns: tableColumns(reading),
							codes: regionCodeColumn(reading),
							people
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
		const workbench = await existingWorkbench();
		await workbench?.dropFile(`${file.name}.csv`);
		await workbench?.query(`DROP TABLE IF EXISTS ${OWN}.${identifier(file.name)}`);
	}

	/**
	 * Puts the tables of all files that were read into the workbench, as `berkas.<name>`: those that
	 * have changed since, and no list of people that the reader was warned of and has not agreed to.
	 * @throws EngineError
	 */
	async putOn(workbench: Workbench): Promise<void> {
		for (const file of this.#files) await file.putOn(workbench);
	}

	/** Whether a statement names the table of a file that is here. */
	names(sql: string): boolean {
		const text = sql.toLowerCase();
		return this.tables.some(({ name }) => text.includes(`${OWN}.${name.toLowerCase()}`));
	}

	/** Whether a statement names the table of a list of people: then it belongs in no link or history. */
	namesPeople(sql: string): boolean {
		const text = sql.toLowerCase();
		return this.#files.some((file) => file.looksOfPeople && text.includes(file.name.toLowerCase()));
	}
}

export const ownFiles = new OwnFiles();
