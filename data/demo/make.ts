import type { DuckDBConnection } from '@duckdb/node-api';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { LISTS, type ListKind } from '$lib/model';
import { loadReference } from '../reference/load';
import { PART, openDatabase, writePlaces } from './database';
import { RULES } from './dirt';
import { bitsOf } from './draw';
import { type DemoFile, FILES, checkFolder, draftBeside, fileName, replaceFolder } from './folder';
import { type ListSql, beforeParts, listsOf, partSql } from './lists';
import { COMBINATIONS } from './numbers';
import { TWICE_SQL, overlapSql } from './overlap';
import { DEFAULT_UNTIL, type Period, lastDay, monthNumber, monthText } from './period';
import { type RegionChoice, placesOf, priorityCodes } from './places';
import { reportingCsv, reportsOf } from './reporting';
import { stagesCsv } from './stages';
import { MADE_BY, type Truth, addCount, nothingYet } from './truth';

export interface DemoOptions {
	/** People on the lists and beyond them; each is on one list at least unless their region sent none. */
	people: number;
	/** Months of the period, up to and with `until`. */
	months: number;
	seed: string | number;
	/** Folder to write; replaced as a whole where the demo made it. */
	out: string;
	regions: RegionChoice;
	/** Last month, `2025-12` where none is given. */
	until?: string | undefined;
	/** Threads of the database; its own choice where none is given. The files are the same. */
	threads?: number | undefined;
	/** People that are made at a time. The files are the same. */
	part?: number | undefined;
	signal?: AbortSignal | undefined;
	onProgress?: ((progress: { done: number; people: number }) => void) | undefined;
}

export interface Demo {
	/** Path of each file. */
	files: Record<DemoFile, string>;
	truth: Truth;
}

/**
 * Makes the demo population: three raw lists, who reported when, the stages of the districts, and
 * what was put in. The same arguments give the same bytes.
 * @throws FolderTakenError where `out` holds what the demo did not make
 * @throws RangeError where `until` is no month or there are too many people for the numbers
 * @throws the reason of `signal`; nothing is left behind then
 */
export async function makeDemo(options: DemoOptions): Promise<Demo> {
	const out = path.resolve(options.out);
	checkFolder(out);
	const draft = draftBeside(out);
	const scratch = path.join(draft, 'scratch');
	try {
		const truth = await writeDemo(draft, scratch, options);
		rmSync(scratch, { recursive: true, force: true });
		chmodSync(draft, 0o755);
		replaceFolder(draft, out);
		const files = FILES.map((file) => [file, path.join(out, fileName(file))] as const);
		return { files: Object.fromEntries(files) as Record<DemoFile, string>, truth };
	} finally {
		rmSync(draft, { recursive: true, force: true });
	}
}

function periodOf({ until = DEFAULT_UNTIL, months }: DemoOptions): Period {
	const last = monthNumber(until);
	if (last === null) throw new RangeError(`not a month: ${until}`);
	return { first: last - months + 1, last };
}

async function writeDemo(draft: string, scratch: string, options: DemoOptions): Promise<Truth> {
	const { people, regions, months, signal } = options;
	const seed = String(options.seed);
	const period = periodOf(options);
	const reference = loadReference();
	const places = placesOf(reference, { people, regions, seed });
	const reports = reportsOf(places, period, seed);
	await mkdir(scratch);
	const { instance, connection } = await openDatabase(scratch, options.threads);
	const stop = () => connection.interrupt();
	signal?.addEventListener('abort', stop);
	const truth: Truth = {
		made_by: MADE_BY,
		format: 1,
		people,
		months,
		first: monthText(period.first),
		last: monthText(period.last),
		seed,
		regions,
		codes: places.map(({ code }) => code),
		lists: { beneficiaries: nothingYet(), members: nothingYet(), activities: nothingYet() },
		two_cooperatives: 0,
		overlap: []
	};
	const writer = await openWriter(draft, scratch, listsOf(period));
	try {
		await writePlaces(
			connection,
			places,
			reports,
			period,
			Number(bitsOf(seed) % BigInt(COMBINATIONS))
		);
		await connection.run(beforeParts(period));
		const part = options.part ?? PART;
		for (let from = 0; from < people; from += part) {
			const to = Math.min(people, from + part);
			for (const sql of partSql(from, to, period, bitsOf(`demo|${seed}`))) {
				signal?.throwIfAborted();
				await connection.run(sql);
			}
			await writer.write(connection, signal);
			await addPart(connection, truth, period);
			options.onProgress?.({ done: to, people });
		}
	} catch (error) {
		signal?.throwIfAborted();
		throw error;
	} finally {
		signal?.removeEventListener('abort', stop);
		await writer.close();
		connection.closeSync();
		instance.closeSync();
	}
	mergeOverlap(truth);
	const write = (file: DemoFile, text: string) =>
		writeFileSync(path.join(draft, fileName(file)), text);
	write('reporting', reportingCsv(reports));
	write('stages', stagesCsv(priorityCodes(reference), period, seed));
	write('truth', `${JSON.stringify(truth, null, '\t')}\n`);
	return truth;
}

/** Writes each part of the lists to a file of its own and appends it: a list is never in memory as a whole. */
async function openWriter(draft: string, scratch: string, lists: readonly ListSql[]) {
	const handles = new Map<ListKind, FileHandle>();
	for (const { list, columns } of lists) {
		const handle = await open(path.join(draft, fileName(list)), 'wx');
		handles.set(list, handle);
		await handle.writeFile(`${columns.join(',')}\n`);
	}
	const part = path.join(scratch, 'part.csv');
	return {
		async write(connection: DuckDBConnection, signal: AbortSignal | undefined) {
			for (const { list, rows } of lists) {
				signal?.throwIfAborted();
				await connection.run(
					`COPY (${rows}) TO '${part.replaceAll("'", "''")}' (FORMAT csv, HEADER false, DELIMITER ',', NULLSTR '')`
				);
				await handles.get(list)?.writeFile(await readFile(part));
				await rm(part);
			}
		},
		async close() {
			for (const handle of handles.values()) await handle.close();
		}
	};
}

async function rowsOf(connection: DuckDBConnection, sql: string) {
	return (await connection.runAndReadAll(sql)).getRowObjects();
}

async function addPart(connection: DuckDBConnection, truth: Truth, period: Period): Promise<void> {
	for (const { list, counts } of listsOf(period))
		for (const row of await rowsOf(connection, counts))
			addCount(truth.lists[list], {
				fault: RULES.find((rule) => rule === row.fault) ?? null,
				rows: Number(row.rows),
				forms: {
					nik_spaced: Number(row.nik_spaced),
					date_local: Number(row.date_local),
					region_former: Number(row.region_former)
				}
			});
	const [twice] = await rowsOf(connection, TWICE_SQL);
	truth.two_cooperatives += Number(twice?.people ?? 0);
	for (const row of await rowsOf(connection, overlapSql(period, lastDay(period.last))))
		truth.overlap.push({
			region: String(row.region),
			pkh: Number(row.pkh),
			kmp: Number(row.kmp),
			both: Number(row.both)
		});
}

/** A region may be cut by the border of two parts: its people are added up. Rules in a fixed order. */
function mergeOverlap(truth: Truth): void {
	const byRegion = new Map(
		truth.codes.map((region) => [region, { region, pkh: 0, kmp: 0, both: 0 }])
	);
	for (const { region, pkh, kmp, both } of truth.overlap) {
		const sum = byRegion.get(region);
		if (!sum) continue;
		sum.pkh += pkh;
		sum.kmp += kmp;
		sum.both += both;
	}
	truth.overlap = [...byRegion.values()];
	for (const list of LISTS) {
		const { faults } = truth.lists[list];
		truth.lists[list].faults = Object.fromEntries(
			RULES.filter((rule) => faults[rule] !== undefined).map((rule) => [rule, faults[rule]])
		);
	}
}
