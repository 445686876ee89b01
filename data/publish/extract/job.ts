import type { DuckDBConnection } from '@duckdb/node-api';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { ListMap } from '$lib/lists';
import type { ListKind } from '$lib/model';
import type { AuditReport } from '$lib/protect/audit';
import type { ComputedManifest } from '$lib/protect/manifest';
import type { Perturbation } from '$lib/protect/perturbation';
import { perturbationTable } from '$lib/protect/perturbation';
import { SMALLEST_DENOMINATOR } from '$lib/protect/manifest';
import { ROUNDING } from '$lib/protect/rounding';
import type { Rule } from '$lib/protect/publish';
import { leadOf, type Window } from '$lib/protect/window';
import type { Reference } from '../../reference/load';
import { checkIdentifiers } from '../audit/identifiers';
import { auditLists, type AuditOptions } from '../audit/lists';
import { countCells, familiesKnown, type Counting } from '../count/count';
import { recountWithout } from '../count/canary';
import { loadLists, type Loaded } from '../lists';
import { deriveKeys } from '../secret/keys';
import { inDraft } from '../work/draft';
import { Stopped, columnOf, inWorkspace } from '../work/workspace';
import { protectCells, writeExtract, writeManifest } from '../write/extract';
import { makeCooperatives, makeReporting, makeStages, reachesOf } from './about';
import { matchesOf, type Match } from './link-report';
import { periodOf } from './period';
import { chooseLists, placesOf, regencyCode, regionCodes } from './places';
import { fail } from './problem';
import { writeRaw } from './raw';
import type { Stage, StatedReach } from './table';
import { monthText } from './table';

/** The steps that the person sees, in order. */
export const STAGES = ['read', 'link', 'count', 'audit', 'write'] as const;
export type StageName = (typeof STAGES)[number];

export interface JobProgress {
	stage: StageName;
	/** Of the stage, 0 to 1. */
	share: number;
	/** Rows read so far, in the stage `read`. */
	rows?: number;
	file?: string;
}

/** Everything that an extract is made of. Files are read, and nothing is asked any more. */
export interface ExtractJob {
	id: string;
	kind: 'computed' | 'demo';
	files: readonly { list: ListKind; file: string }[];
	secret: Uint8Array;
	reference: Reference;
	codes?: 'kemendagri' | 'bps' | undefined;
	map?: ListMap | undefined;
	priority: readonly string[];
	reporting: readonly StatedReach[];
	stages: readonly Stage[];
	from?: number | undefined;
	until?: number | undefined;
	/** Folder of the extract; replaced as a whole. */
	out: string;
	/** File for the raw cells, for the audit; never inside `out`. */
	raw?: string | undefined;
	publisher: string;
	licence: string;
	perturbation?: { name: string; hash: string; table: Perturbation } | undefined;
	/** How many blocks the audit attacks at least, or every one. */
	blocks?: AuditOptions['blocks'];
	/** sha256 over what it is made from; the content hash stands in where the lists are private. */
	inputs?: string | undefined;
	/** ISO date: later dates in the lists are in the future. */
	today: string;
	/** Called while the clean lists are still there: the private report of the link. */
	onLinked?: (
		connection: DuckDBConnection,
		loaded: Loaded,
		matches: readonly Match[]
	) => Promise<void>;
	onProgress?: ((progress: JobProgress) => void) | undefined;
	signal?: AbortSignal | undefined;
}

export interface ExtractResult {
	manifest: ComputedManifest;
	loaded: Loaded;
	matches: Match[];
	/** Seconds of each stage. */
	seconds: Partial<Record<StageName, number>>;
}

/**
 * Reads, links, counts, audits, protects and writes: the whole way from an office's lists to an
 * extract that anyone may hold. Writes all of it, or nothing.
 * @throws ExtractFailure, ListError, EngineError, Stopped
 */
export async function makeExtract(job: ExtractJob): Promise<ExtractResult> {
	checkFolder(job);
	return inWorkspace(({ connection }) => {
		const clock = stopwatch(job);
		return inDraft(job.out, (draft) => work(job, connection, draft, clock));
	}, job.signal);
}

/** A folder that holds something else than an extract is never replaced. */
function checkFolder({ out, files }: ExtractJob): void {
	const folder = path.resolve(out);
	for (const { file } of files)
		if (path.resolve(file).startsWith(folder + path.sep))
			fail({ kind: 'out_holds_file', folder: out, file });
	if (!existsSync(folder)) return;
	const found = readdirSync(folder);
	if (found.length > 0 && !found.includes('manifest.json'))
		fail({ kind: 'out_is_other', folder: out });
}

interface Clock {
	seconds: Partial<Record<StageName, number>>;
	during: <Result>(stage: StageName, work: () => Promise<Result>) => Promise<Result>;
}

function stopwatch({ signal, onProgress }: ExtractJob): Clock {
	const seconds: Partial<Record<StageName, number>> = {};
	return {
		seconds,
		during: async (stage, work) => {
			if (signal?.aborted) throw new Stopped();
			const began = performance.now();
			onProgress?.({ stage, share: 0 });
			const result = await work();
			seconds[stage] = (seconds[stage] ?? 0) + (performance.now() - began) / 1000;
			onProgress?.({ stage, share: 1 });
			return result;
		}
	};
}

async function work(
	job: ExtractJob,
	connection: DuckDBConnection,
	draft: string,
	{ during, seconds }: Clock
): Promise<ExtractResult> {
	const keys = deriveKeys(job.secret);
	const loaded = await during('read', () =>
		loadLists({
			connection,
			files: job.files,
			keys,
			reference: job.reference,
			codes: job.codes,
			map: job.map,
			today: job.today,
			signal: job.signal,
			onProgress: ({ file, rows, bytes, totalBytes }) =>
				job.onProgress?.({ stage: 'read', share: bytes / Math.max(totalBytes, 1), rows, file })
		})
	);
	const matches = await during('link', async () => {
		const found = await matchesOf(connection);
		await job.onLinked?.(connection, loaded, found);
		return found;
	});
	const { counting, window, lists } = await during('count', async () => {
		const chosen = await chooseCounting(connection, job);
		await countCells(connection, chosen.counting, {
			onStep: (_, done, total) => job.onProgress?.({ stage: 'count', share: done / total }),
			signal: job.signal
		});
		return chosen;
	});
	const rule = ruleOf(job);
	if (rule.kind === 'table') await connection.run(perturbationTable(rule.table));
	const audit = await during('audit', async () => {
		await recountWithout(connection, counting, job.signal);
		return auditLists(connection, {
			blocks: job.blocks,
			rule,
			seed: job.id,
			onProgress: (share) => job.onProgress?.({ stage: 'audit', share }),
			signal: job.signal
		});
	});
	if (job.raw !== undefined) await writeRaw(connection, job.raw);
	stopWhereFailed(audit);
	const manifest = await during('write', async () => {
		await protectCells(connection, rule);
		await makeReporting(connection, { ...counting, stated: job.reporting });
		await makeCooperatives(connection);
		await makeStages(connection, job.stages);
		const written = await writeExtract({
			connection,
			folder: draft,
			rule,
			codes: { region_code: counting.regions, cooperative_code: counting.cooperatives },
			provinces: provincesOf(counting),
			statement: statementOf(job, counting, window, lists, audit),
			onFile: (done, total) => job.onProgress?.({ stage: 'write', share: done / total })
		});
		return searchIdentifiers(written, draft);
	});
	return { manifest, loaded, matches, seconds };
}

function stopWhereFailed({ checks }: Pick<AuditReport, 'checks'>): void {
	const failed = checks.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id);
	if (failed.length > 0) fail({ kind: 'audit', checks: failed });
}

/** Check 11 needs the files themselves, so it comes last; its verdict then stands with the others. */
async function searchIdentifiers(
	manifest: ComputedManifest,
	folder: string
): Promise<ComputedManifest> {
	const found = await checkIdentifiers(folder);
	stopWhereFailed({ checks: [found] });
	const checks = manifest.audit.checks.map((check) => (check.id === found.id ? found : check));
	const judged = { ...manifest, audit: { ...manifest.audit, checks } };
	writeManifest(folder, judged);
	return judged;
}

function ruleOf({ perturbation }: ExtractJob): Rule {
	return perturbation ? { kind: 'table', table: perturbation.table } : { kind: 'rounding' };
}

function provincesOf({ places }: Counting): string[] {
	return places
		.map(({ region }) => region)
		.filter((region) => region.length === 2 && region !== '00');
}

/** What is counted, for which months and places: from the lists themselves and what was asked. */
async function chooseCounting(connection: DuckDBConnection, job: ExtractJob) {
	const reported = job.reporting.flatMap(({ through }) => (through === null ? [] : [through]));
	const lastReported = reported.length > 0 ? Math.max(...reported) : null;
	const window = await periodOf(connection, job, lastReported);
	const reaches = await reachesOf(connection, job.reporting, window);
	const regencies = [...new Set(reaches.map(({ regency }) => regency))].map(regencyCode).sort();
	if (regencies.length === 0) fail({ kind: 'nobody' });
	const lists = chooseLists(job.reference, job.priority, regencies);
	const counting: Counting = {
		window,
		reaches,
		places: placesOf(regencies, lists),
		regions: regionCodes(job.reference, lists),
		cooperatives: await columnOf<string>(
			connection,
			'SELECT DISTINCT code FROM cooperative ORDER BY code'
		),
		families: await familiesKnown(connection)
	};
	return { counting, window, lists };
}

function statementOf(
	job: ExtractJob,
	counting: Counting,
	window: Window,
	lists: readonly { id: string; members: string[] }[],
	audit: AuditReport
) {
	const lastDay = new Date(Date.UTC(Math.floor(window.until / 12), (window.until % 12) + 1, 0));
	const { perturbation } = job;
	return {
		id: job.id,
		kind: job.kind,
		publisher: job.publisher,
		licence: job.licence,
		period: {
			start: `${monthText(leadOf(window) + 1)}-01`,
			end: lastDay.toISOString().slice(0, 10)
		},
		sources: [
			{ id: 'lists', publisher: job.publisher, title: 'Daftar penerima, anggota, dan kegiatan', date: '' }
		],
		inputs: job.inputs ?? '',
		protection: {
			...ROUNDING,
			...(perturbation ? { base: perturbation.table.base, bound: perturbation.table.bound } : {}),
			method: perturbation ? ('perturbation_table' as const) : ('keyed_random_rounding' as const),
			table: perturbation?.name ?? null,
			tableHash: perturbation?.hash ?? null,
			families: counting.families,
			smallestDenominator: SMALLEST_DENOMINATOR,
			demoSecret: job.kind === 'demo'
		},
		lists: lists.map(({ id, members }) => ({ region: `list:${id}`, id, members })),
		regencies: counting.places.map(({ region }) => region).filter((region) => /^\d\d\./.test(region)),
		audit
	};
}
