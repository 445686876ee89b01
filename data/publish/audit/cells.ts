import type { DuckDBConnection } from '@duckdb/node-api';
import { layerKey } from '$lib/protect/attack';
import {
	type AuditReport,
	cellsView,
	type CheckResult,
	CUBE_IDS,
	figuresOfRule,
	partsTable,
	resultOf,
	schemaSql,
	WITHHELD,
	withheldSql,
	withheldTable
} from '$lib/protect/audit';
import { viewName } from '$lib/protect/audit';
import type { Rule } from '$lib/protect/publish';
import { attackBlocks } from './attacker';
import {
	checkAveraging,
	checkCanaryAlone,
	checkChance,
	checkDifferencing,
	checkRelease,
	type PublishedTables,
	withhold
} from './checks';
import { knowledgeOfCells, partsOf } from './knowledge';
import { figuresOf, rowsOfSql } from './read';
import { chooseBlocks } from './sample';
import { startSolver } from './solver';

/** Blocks attacked where every one is not asked for. */
export const SAMPLE = 1200;

export interface CellAudit {
	connection: DuckDBConnection;
	/** Schema of the raw cells: tables k1 … k6, region_level, list_member and withheld. */
	cells: string;
	rule: Rule;
	/** Decides, with the names of blocks, which are in the sample. */
	seed: string;
	/** How many blocks at least, or every one in which a count is under the threshold. */
	blocks: number | 'every';
	/**
	 * Withhold what answers the attacker, in `<cells>.withheld`. Without it what is withheld there is
	 * taken as it is, and a count that is narrowed fails the check.
	 */
	answer: boolean;
	/** Tables of the artefacts; null to judge what the rule will publish. */
	published: PublishedTables;
	/** Schemas of one place counted again: in another order, without one person, and that person alone. */
	canary: { with: string; without: string; alone: string } | null;
	/** Share of the work done, 0 to 1. */
	onProgress?: ((share: number) => void) | undefined;
	signal?: AbortSignal | undefined;
}

/** How many cells that the rule publishes are withheld by the audit. */
async function countWithheld(connection: DuckDBConnection): Promise<number> {
	let cells = 0;
	for (const id of CUBE_IDS) {
		const { n = 0 } = await figuresOf(
			connection,
			`SELECT count(*) AS n FROM ${viewName(id)} WHERE shown AND ${withheldSql(id, WITHHELD)}`
		);
		cells += n;
	}
	return cells;
}

/**
 * Checks 1 to 10 with the raw cells at hand. Check 11 needs the artefacts, and is not run here.
 * @throws what the signal gives as its reason where the work was stopped
 */
export async function auditCells(audit: CellAudit): Promise<AuditReport> {
	const { connection, cells, signal, canary } = audit;
	const rule = figuresOfRule(audit.rule);
	const schema = schemaSql(cells);
	const progress = (share: number) => {
		signal?.throwIfAborted();
		audit.onProgress?.(share);
	};
	progress(0);
	for (const id of CUBE_IDS) await connection.run(cellsView(id, cells, audit.rule));
	await connection.run(withheldTable(cells));
	await connection.run(partsTable(`${schema}.region_level`, `${schema}.list_member`));

	const averaging = await checkAveraging(connection, rule, audit.answer);
	progress(0.05);
	const attacked = await attack(audit, (share) => progress(0.05 + share * 0.8));
	await withhold(connection, WITHHELD, attacked.layers);
	const layers = [...averaging.layers, ...attacked.layers];
	if (audit.answer) await withhold(connection, `${schema}.withheld`, layers);

	const recount = canary === null ? null : { cells, schema: canary.with };
	const checks: CheckResult[] = [
		...(await checkRelease(connection, rule, audit.published, recount)),
		...(await checkChance(connection, rule, `${schema}.region_level`)),
		attacked.check,
		averaging.check,
		await checkDifferencing(connection, rule),
		canary === null
			? resultOf('canary', null, {})
			: await checkCanaryAlone(connection, canary.with, canary.without, canary.alone),
		resultOf('identifiers', null, {})
	];
	progress(1);
	return {
		checks: checks.sort((a, b) => a.id - b.id),
		withheld: {
			cells: await countWithheld(connection),
			layers: layers.length,
			blocks: attacked.blocks
		},
		attacker: attacked.report,
		blocks: attacked.sampled
	};
}

async function attack(audit: CellAudit, onProgress: (share: number) => void) {
	const { connection, seed, blocks, answer, signal } = audit;
	const rule = figuresOfRule(audit.rule);
	const knowledge = await knowledgeOfCells(connection, rule);
	const { chosen, all } = await chooseBlocks(connection, {
		threshold: rule.threshold,
		seed,
		blocks
	});
	const withheld = await rowsOfSql(connection, `FROM ${WITHHELD}`);
	const outcome = await attackBlocks({
		connection,
		chosen,
		parts: await partsOf(connection),
		knowledge,
		protection: rule,
		withheld: new Set(
			withheld.map(({ cube, layer, region, period, measure }) =>
				layerKey({
					cube: String(cube),
					layer: String(layer),
					region: String(region),
					period: String(period),
					measure: String(measure)
				})
			)
		),
		answer,
		solver: await startSolver(),
		onProgress: (done, total) => onProgress(total === 0 ? 1 : done / total),
		signal
	});
	const { after, unsolved, contradicted, before } = outcome.report;
	const verdict = after.narrowed === 0 && unsolved === 0 && contradicted === 0;
	return {
		...outcome,
		sampled: { sampled: chosen.length, all },
		check: resultOf('attacker', verdict, {
			blocks: chosen.length,
			cells: before.cells,
			before: before.rate,
			after: after.rate,
			suppressed: outcome.report.suppressed.rate,
			unsolved
		})
	};
}
