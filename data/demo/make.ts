import { parseMonth, monthText } from '$lib/model';
import { rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { inDraft } from '../publish/work/draft';
import { loadReference } from '../reference/load';
import { addPart, settle } from './count';
import { PART, openDatabase, writePlaces } from './database';
import { bitsOf } from './draw';
import { type DemoFile, FILES, checkFolder, fileName } from './folder';
import { beforeParts, listsOf, partSql } from './lists';
import { COMBINATIONS } from './numbers';
import { DEFAULT_UNTIL, type Period } from './period';
import { type RegionChoice, placesOf, priorityCodes } from './places';
import { reportingCsv, reportsOf } from './reporting';
import { stagesCsv } from './stages';
import { MADE_BY, type Truth, nothingYet } from './truth';
import { openWriter } from './write';

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
	return inDraft(out, async (draft) => {
		const scratch = path.join(draft, 'scratch');
		const truth = await writeDemo(draft, scratch, options);
		rmSync(scratch, { recursive: true, force: true });
		checkFolder(out);
		const files = FILES.map((file) => [file, path.join(out, fileName(file))] as const);
		return { files: Object.fromEntries(files) as Record<DemoFile, string>, truth };
	});
}

function periodOf({ until = DEFAULT_UNTIL, months }: DemoOptions): Period {
	const last = parseMonth(until);
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
	settle(truth);
	const write = (file: DemoFile, text: string) =>
		writeFileSync(path.join(draft, fileName(file)), text);
	write('reporting', reportingCsv(reports));
	write('stages', stagesCsv(priorityCodes(reference), period, seed));
	write('truth', `${JSON.stringify(truth, null, '\t')}\n`);
	return truth;
}
