import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import {
	attackFigures,
	type AuditReport,
	CUBE_IDS,
	figuresStated,
	partsTable,
	publishedView,
	resultOf
} from '$lib/protect/audit';
import type { CubeId } from '$lib/protect/cubes';
import type { ComputedManifest } from '$lib/protect/manifest';
import type { Perturbation } from '$lib/protect/perturbation';
import { perturbationTable } from '$lib/protect/perturbation';
import type { Rule } from '$lib/protect/publish';
import { rowsOf } from '$lib/protect/sql';
import { attackBlocks } from './attacker';
import { auditCells, SAMPLE } from './cells';
import { checkMultiples } from './checks';
import { checkIdentifiers } from './identifiers';
import { knowledgeOfArtefacts, partsOf } from './knowledge';
import { canaryIn } from './lists';
import { attachExtract, attachRaw, openExtract } from './open';
import { stop } from './problem';
import { chooseBlocks } from './sample';
import { startSolver } from './solver';

export interface ExtractAudit {
	/** Private file of the raw cells: with it, checks 1 to 10 run on the true counts. */
	raw?: string | undefined;
	/** The perturbation table that the manifest names, where one stands in for the built-in rule. */
	table?: { table: Perturbation; hash: string } | undefined;
	blocks?: number | 'every' | undefined;
	/** Share of the work done, 0 to 1. */
	onProgress?: ((share: number) => void) | undefined;
	signal?: AbortSignal | undefined;
}

/**
 * Audits an extract from its artefacts alone (checks 1, 7 and 11), or with the raw cells at hand
 * (all of them). Nothing is written.
 * @throws AuditError where the folder or a file is not what it should be
 */
export async function auditExtract(
	folder: string,
	options: ExtractAudit = {}
): Promise<{ manifest: ComputedManifest; report: AuditReport }> {
	const manifest = await openExtract(folder);
	const instance = await DuckDBInstance.create(':memory:', {
		autoload_known_extensions: 'false',
		autoinstall_known_extensions: 'false'
	});
	const connection = await instance.connect();
	try {
		const tables = await attachExtract(connection, folder, manifest);
		const share = (from: number, to: number) => (done: number) =>
			options.onProgress?.(from + (to - from) * done);
		const run = options.raw === undefined ? auditArtefacts : auditWithRaw;
		const report = await run(connection, manifest, tables, {
			...options,
			onProgress: share(0, 0.9)
		});
		const identifiers = await checkIdentifiers(folder, share(0.9, 1));
		const checks = report.checks.map((check) =>
			check.name === 'identifiers' ? identifiers : check
		);
		return { manifest, report: { ...report, checks } };
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
}

/** As many blocks as the publisher attacked: with the same seed they are the same blocks. */
function statedBlocks({ audit }: ComputedManifest): number {
	const stated = (audit as Partial<AuditReport> | null | undefined)?.blocks?.sampled;
	return typeof stated === 'number' && stated > 0 ? stated : SAMPLE;
}

type Tables = ReadonlyMap<CubeId, readonly string[]>;

function ruleOf({ protection }: ComputedManifest, table: ExtractAudit['table']): Rule {
	if (protection.method === 'keyed_random_rounding') return { kind: 'rounding' };
	if (table === undefined) return stop({ kind: 'table_needed' });
	if (protection.tableHash !== table.hash) return stop({ kind: 'table_other' });
	return { kind: 'table', table: table.table };
}

async function auditWithRaw(
	connection: DuckDBConnection,
	manifest: ComputedManifest,
	tables: Tables,
	{ raw = '', table, blocks = statedBlocks(manifest), onProgress, signal }: ExtractAudit
): Promise<AuditReport> {
	const rule = ruleOf(manifest, table);
	await attachRaw(connection, raw);
	if (rule.kind === 'table') await connection.run(perturbationTable(rule.table));
	const all = (id: CubeId) => {
		const parts = tables.get(id) ?? [];
		if (parts.length === 0) return stop({ kind: 'manifest_bad', folder: manifest.id });
		return `(${parts.map((part) => `SELECT * FROM ${part}`).join(' UNION ALL ')})`;
	};
	return auditCells({
		connection,
		cells: 'raw.cells',
		rule,
		seed: manifest.id,
		blocks,
		answer: false,
		published: all,
		canary: await canaryIn(connection, 'raw'),
		onProgress,
		signal
	});
}

/** Places as the manifest names them, as table `audit_part`. */
function placesOf({ regencies, lists }: ComputedManifest): string {
	const provinces = [...new Set(regencies.map((code) => code.slice(0, 2)))];
	const levels = rowsOf(
		['region', 'level', 'province'],
		[
			['00', 'nation', ''],
			...provinces.map((code) => [code, 'province', code]),
			...regencies.map((code) => [code, 'regency', code.slice(0, 2)]),
			...lists.map(({ region }) => [region, 'list', ''])
		]
	);
	const members = lists.flatMap(({ region, members: codes }) =>
		codes.map((code) => [region, code])
	);
	return partsTable(
		`(SELECT * FROM ${levels})`,
		`(SELECT * FROM ${rowsOf(['list', 'region'], members.length > 0 ? members : [['', '']])})`
	);
}

async function auditArtefacts(
	connection: DuckDBConnection,
	manifest: ComputedManifest,
	tables: Tables,
	{ blocks = statedBlocks(manifest), onProgress, signal }: ExtractAudit
): Promise<AuditReport> {
	const rule = figuresStated(manifest.protection);
	for (const id of CUBE_IDS) await connection.run(publishedView(id, tables.get(id) ?? []));
	await connection.run(placesOf(manifest));
	const stated = manifest.audit as Partial<AuditReport> | null | undefined;
	const knowledge = await knowledgeOfArtefacts(connection, rule, {
		families: manifest.protection.families,
		// Where the manifest does not say, any absent cell may have been withheld.
		withheld: stated?.withheld?.layers !== 0
	});
	const { chosen, all } = await chooseBlocks(connection, {
		threshold: null,
		seed: manifest.id,
		blocks
	});
	const { report } = await attackBlocks({
		connection,
		chosen,
		parts: await partsOf(connection),
		knowledge,
		protection: rule,
		withheld: new Set(),
		answer: false,
		solver: await startSolver(),
		onProgress: (done, total) => onProgress?.(total === 0 ? 1 : done / total),
		signal
	});
	const { before, unsolved, contradicted, untold } = report;
	const attacker = resultOf(
		'attacker',
		before.narrowed === 0 && unsolved === 0 && contradicted === 0,
		{
			blocks: chosen.length,
			cells: before.cells,
			before: before.rate,
			unsolved,
			contradicted,
			untold
		}
	);
	const notRun = (
		[
			'distance',
			'bias',
			'same_people',
			'another_key',
			'small_counts',
			'averaging',
			'differencing',
			'canary',
			'identifiers'
		] as const
	).map((name) => resultOf(name, null, {}));
	const checks = [await checkMultiples(connection, rule), attacker, ...notRun];
	return {
		checks: checks.sort((a, b) => a.id - b.id),
		withheld: stated?.withheld ?? { cells: 0, layers: 0, blocks: 0 },
		attacker: { ...report, suppressed: attackFigures(0, 0) },
		blocks: { sampled: chosen.length, all }
	};
}
