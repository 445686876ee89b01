import type { Table } from 'apache-arrow';
import type { QueryOptions, SqlValue } from '$lib/engine/engine';
import { openWorkbench } from '$lib/engine/workbench/shared';
import type { Workbench } from '$lib/engine/workbench/workbench';
import type { Corrections, FileFault, OwnReading } from '$lib/files';
import { choosePlace, withPlace } from '$lib/files/choose';
import type { OwnGroup } from '$lib/files/combine';
import { FileFaultError } from '$lib/files/fault';
import { LIMITS } from '$lib/files/limits';
import { tableStatement } from '$lib/files/to-table';
import type { BegunTable } from '$lib/files/large/begin';
import { rejoinLarge, sameRows } from '$lib/files/large/rejoin';
import type { Settled, Unsettled } from '$lib/files/large/settle';
import type { RegionCode } from '$lib/model';
import type { RegionReference } from '$lib/read/region';
import { faultIn } from './own-file-fault';

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
	/** The reading whose rows are in the workbench, and in which of its lives they were put there. */
	inWorkbench: OwnReading | null = null;
	#life = 0;

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

	/** Its rows are read, and may be shown. A large list of people is not read before it may be. */
	get ready(): boolean {
		return this.#reading !== null && !this.guarded && (this.#reading.large?.loaded ?? true);
	}

	/** The reader has been warned and goes on. */
	agree(reference: RegionReference): void {
		this.#agreed = true;
		if (this.#reading?.large?.loaded === false)
			void this.#busyWith((signal) => this.#load(reference, signal));
	}

	stop(): void {
		this.#control?.abort();
	}

	/** Reads it, or reads it again as the reader has corrected it. */
	async read(reference: RegionReference, said: Corrections = this.#said): Promise<void> {
		this.#said = said;
		await this.#busyWith(async (signal) => {
			if (this.file.size > LIMITS.bytes) startEarly();
			const { readInWorker } = await import('$lib/files/reader');
			const begins: Promise<BegunTable | null>[] = [];
			const result = await readInWorker(this.file, reference, said, signal, (early) => {
				// What keeps it from being begun is told when it is read.
				begins.push(this.#begin(early, signal).catch(() => null));
			});
			const begun = (await begins[0]) ?? null;
			if (this.#control?.signal !== signal) return;
			if (result.ok) this.#reading = result.reading;
			if (result.ok && result.reading.large && !this.guarded)
				return this.#load(reference, signal, begun);
			await begun?.forget();
			if (!result.ok) throw new FileFaultError(result.fault);
		});
	}

	/** Large files are asked here; their rows are put anew into a workbench that has lost them. */
	async query(
		sql: string,
		params: readonly SqlValue[] = [],
		options: QueryOptions = {}
	): Promise<Table> {
		const workbench = await openWorkbench();
		await this.putOn(workbench);
		return workbench.query(sql, params, options);
	}

	/** A column's values by place and year. */
	async groups(column: number): Promise<OwnGroup[]> {
		const reading = this.#reading;
		if (reading === null) return [];
		if (!reading.large) return (await import('$lib/files/combine')).groupsOf(reading, column);
		const { largeGroups } = await import('$lib/files/large/groups');
		return largeGroups(this, this.name, reading, column);
	}

	/**
	 * The reader says which region a place of the file is; null takes it back. Nothing is read again,
	 * unless the file is being read: then that has to begin anew.
	 * @param place as it stands in the join
	 */
	choose(reference: RegionReference, place: string, region: RegionCode | null): void {
		this.#said = { ...this.#said, places: withPlace(this.#said.places ?? {}, place, region) };
		if (this.#busy) void this.read(reference);
		else if (this.#reading !== null) this.#reading = choosePlace(this.#reading, place, region);
	}

	/** Puts its rows there, one after another where it is asked more than once. @throws EngineError */
	putOn(workbench: Workbench): Promise<void> {
		const put = this.#last.then(() => this.#put(workbench));
		this.#last = put.catch(() => undefined);
		return put;
	}

	#last: Promise<void> = Promise.resolve();

	async #put(workbench: Workbench): Promise<void> {
		const reading = this.#reading;
		if (reading === null || !this.ready) return;
		// A worker that was ended is only counted once the next has started.
		if (reading.large) await workbench.query('SELECT 1');
		const lost = reading.large !== null && workbench.life !== this.#life;
		if (this.inWorkbench === reading && !lost) return;
		const { inWorkbench: before } = this;
		if (before !== null && !lost && sameRows(before, reading)) {
			await rejoinLarge(workbench, this.name, before, reading);
		} else if (reading.large) {
			const { loadLarge } = await import('$lib/files/large/load');
			await loadLarge(workbench, this.name, reading, this.#settling(this.#reference));
			this.#life = workbench.life;
		} else {
			const { writtenCsv } = await import('$lib/files/to-csv');
			await workbench.addFile(`${this.name}.csv`, writtenCsv(reading), [
				tableStatement(this.name, reading)
			]);
		}
		this.inWorkbench = reading;
	}

	#reference: RegionReference | null = null;

	#settling(reference: RegionReference | null, signal = new AbortController().signal) {
		return async (unsettled: Promise<Unsettled>): Promise<Settled> => {
			const { settleInWorker } = await import('$lib/files/reader');
			return settleInWorker(unsettled, reference ?? NO_REGIONS, signal);
		};
	}

	/** Begins the table of a large file by its first rows, in place of one that it may have had. */
	async #begin(
		{ columns, regionColumns: regions, large: plan }: OwnReading,
		signal: AbortSignal
	): Promise<BegunTable | null> {
		if (!plan) return null;
		const { beginTable } = await import('$lib/files/large/begin');
		const workbench = await openWorkbench();
		this.inWorkbench = null;
		return beginTable(workbench, this.name, { columns, regions, plan }, { signal });
	}

	/** Reads the rows of a large file into the workbench. */
	async #load(
		reference: RegionReference,
		signal: AbortSignal,
		begun: BegunTable | null = null
	): Promise<void> {
		const surveyed = this.#reading;
		if (surveyed === null) return;
		this.#reference = reference;
		const { loadLarge } = await import('$lib/files/large/load');
		const workbench = await openWorkbench();
		const settling = this.#settling(reference, signal);
		const reading = await loadLarge(workbench, this.name, surveyed, settling, {
			signal,
			begun
		});
		if (this.#control?.signal !== signal) return;
		this.#life = workbench.life;
		this.inWorkbench = reading;
		this.#reading = reading;
	}

	async #busyWith(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
		this.stop();
		const control = new AbortController();
		this.#control = control;
		this.#busy = true;
		this.#fault = null;
		try {
			await work(control.signal);
		} catch (error) {
			const fault = faultIn(error);
			if (fault === null) throw error;
			if (this.#control === control) this.#fault = fault;
		} finally {
			if (this.#control === control) {
				this.#control = null;
				this.#busy = false;
			}
		}
	}
}

/** DuckDB starts while a large file is gone through; what goes wrong is told when it is asked. */
function startEarly(): void {
	openWorkbench()
		.then((workbench) => workbench.query('SELECT 1'))
		.catch(() => undefined);
}

const NO_REGIONS: RegionReference = {
	regions: [],
	formerNames: [],
	formerProvinces: [],
	formerCodes: []
};
