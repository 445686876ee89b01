import type { DuckDBConnection } from '@duckdb/node-api';
import { rmSync } from 'node:fs';
import type { AuditReport } from '$lib/protect/audit';
import type { ComputedManifest } from '$lib/protect/manifest';
import { perturbationTable } from '$lib/protect/perturbation';
import type { Rule } from '$lib/protect/publish';
import { checkIdentifiers } from '../audit/identifiers';
import { auditLists } from '../audit/lists';
import { recountWithout } from '../count/canary';
import { countCells, type Counting } from '../count/count';
import { loadLists } from '../lists';
import { deriveKeys } from '../secret/keys';
import { inDraft } from '../work/draft';
import { inWorkspace, Stopped } from '../work/workspace';
import { protectCells, writeExtract, writeManifest } from '../write/extract';
import { makeCooperatives, makeReporting, makeStages } from './about';
import { chooseCounting } from './choose';
import type { ExtractJob, ExtractResult, StageName } from './job';
import { matchesOf } from './link-report';
import { checkOut, checkRaw } from './paths';
import { ExtractFailure, fail } from './problem';
import { writeRaw } from './raw';
import { statementOf } from './statement';

/**
 * Reads, links, counts, audits, protects and writes: the whole way from an office's lists to an
 * extract that anyone may hold. Writes all of it, or nothing.
 * @throws ExtractFailure, ListError, EngineError, Stopped
 */
export async function makeExtract(job: ExtractJob): Promise<ExtractResult> {
	checkOut(
		job.out,
		job.files.map(({ file }) => file)
	);
	if (job.raw !== undefined) checkRaw(job.raw, job.out);
	try {
		return await inFolders(job);
	} catch (error) {
		// What failed the audit is looked into with the raw cells; of other runs nothing remains.
		const audited = error instanceof ExtractFailure && error.problem.kind === 'audit';
		if (job.raw !== undefined && !audited) rmSync(job.raw, { force: true });
		throw error;
	}
}

function inFolders(job: ExtractJob): Promise<ExtractResult> {
	return inWorkspace(({ connection }) => {
		const clock = stopwatch(job);
		return inDraft(job.out, async (draft) => {
			const result = await work(job, connection, draft, clock);
			// The last moment at which nothing has been replaced yet.
			if (job.signal?.aborted) throw new Stopped();
			return result;
		});
	}, job.signal);
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
		const found = await matchesOf(connection, new Set(job.files.map(({ list }) => list)));
		await job.onLinked?.(connection, loaded, found);
		return found;
	});
	const { counting, lists } = await during('count', async () => {
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
	job.onAudited?.(audit);
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
			statement: statementOf(job, counting, lists, audit),
			onFile: (done, total) => job.onProgress?.({ stage: 'write', share: done / total })
		});
		return searchIdentifiers(written, draft);
	});
	return { manifest, loaded, matches, seconds };
}

function stopWhereFailed({ checks }: Pick<AuditReport, 'checks'>): void {
	const failed = checks.filter(({ verdict }) => verdict === 'failed');
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
