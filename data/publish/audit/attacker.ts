import { setImmediate } from 'node:timers/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import {
	type Attack,
	type Block,
	type Knowledge,
	type Layer,
	layerKey,
	nextWithheld,
	programOf
} from '$lib/protect/attack';
import { attackFigures, type AttackerReport } from '$lib/protect/audit';
import type { Protection } from '$lib/protect/rounding';
import { attempt } from './attempt';
import { type Parts, readBlocks } from './blocks';
import type { Candidate } from './sample';
import type { SolverHandle } from './solver';

/** What is done where nobody rounds: counts under this one are left out. */
const SUPPRESSED_UNDER = 5;

export interface AttackOptions {
	connection: DuckDBConnection;
	chosen: readonly Candidate[];
	parts: Parts;
	knowledge: Knowledge;
	protection: Protection;
	/** Layers that are withheld already. */
	withheld: ReadonlySet<string>;
	/** Withhold what answers the attacker. Otherwise he is only reported. */
	answer: boolean;
	solver: SolverHandle;
	onProgress: (done: number, total: number) => void;
	signal: AbortSignal | undefined;
}

export interface AttackOutcome {
	report: AttackerReport;
	/** Layers withheld in answer, in the order in which they were. */
	layers: Layer[];
	/** Blocks that needed an answer. */
	blocks: number;
}

interface Tally {
	cells: number;
	narrowed: number;
	unsolved: number;
}

function tallyOf({ findings }: Attack, counted: (index: number) => boolean): Tally {
	const verdicts = findings.filter((_, index) => counted(index)).map(({ verdict }) => verdict);
	return {
		cells: verdicts.length,
		narrowed: verdicts.filter((verdict) => verdict === 'narrowed').length,
		unsolved: verdicts.filter((verdict) => verdict === 'unsolved').length
	};
}

/** Without true counts, only a count that is certainly one of 1 to 9 is exposed. */
function exposed(attack: Attack, exact: boolean, threshold: number): Attack {
	if (exact) return attack;
	return {
		...attack,
		findings: attack.findings.map((finding) =>
			finding.verdict === 'narrowed' && (finding.low < 1 || finding.high >= threshold)
				? { ...finding, verdict: 'open' }
				: finding
		)
	};
}

/** The attack on every chosen block, and its answer. */
export async function attackBlocks(options: AttackOptions): Promise<AttackOutcome> {
	const { connection, chosen, parts, knowledge, protection, solver, signal } = options;
	const { exact, threshold } = knowledge;
	const before: Tally = { cells: 0, narrowed: 0, unsolved: 0 };
	const plain: Tally = { cells: 0, narrowed: 0, unsolved: 0 };
	const add = (to: Tally, more: Tally) => {
		to.cells += more.cells;
		to.narrowed += more.narrowed;
		to.unsolved += more.unsolved;
	};
	const rounded = (block: Block, across: boolean) =>
		programOf(block, { kind: 'rounded', protection, withheld: options.withheld }, across);
	const narrowedBlocks: Block[] = [];
	let contradicted = 0;
	let untold = 0;
	let done = 0;

	for await (const block of readBlocks(connection, chosen, parts, knowledge)) {
		signal?.throwIfAborted();
		let attack = await attempt(rounded(block, true), solver);
		if (!attack.feasible && !exact) {
			// A list that came late: what relates measures does not hold here.
			untold++;
			attack = await attempt(rounded(block, false), solver);
		}
		if (!attack.feasible) contradicted++;
		attack = exposed(attack, exact, threshold);
		const own = tallyOf(attack, () => true);
		add(before, own);
		if (own.narrowed > 0) narrowedBlocks.push(block);
		if (exact) {
			const bare = programOf(block, { kind: 'suppressed', under: SUPPRESSED_UNDER });
			add(
				plain,
				tallyOf(await attempt(bare, solver), () => true)
			);
		}
		done++;
		if (done % 20 === 0) {
			options.onProgress(done, chosen.length);
			await setImmediate();
		}
	}
	options.onProgress(chosen.length, chosen.length);

	const answered = options.answer
		? await answer(narrowedBlocks, options)
		: { layers: [], unsolved: 0, narrowed: before.narrowed };
	return {
		report: {
			before: attackFigures(before.cells, before.narrowed),
			after: attackFigures(before.cells, answered.narrowed),
			suppressed: attackFigures(plain.cells, plain.narrowed),
			unsolved: before.unsolved + answered.unsolved,
			contradicted,
			untold,
			withheldLayers: answered.layers.length
		},
		layers: answered.layers,
		blocks: narrowedBlocks.length
	};
}

/**
 * Withholds layer after layer of each block in which a count was narrowed, until none is. What is
 * withheld for one block only takes knowledge away from the others, so that they need no new look.
 */
async function answer(blocks: readonly Block[], options: AttackOptions) {
	const { knowledge, protection, solver, signal } = options;
	const withheld = new Set(options.withheld);
	const layers: Layer[] = [];
	let unsolved = 0;
	let left = 0;
	for (const block of blocks) {
		for (;;) {
			signal?.throwIfAborted();
			const asked = programOf(block, { kind: 'rounded', protection, withheld });
			const attack = exposed(await attempt(asked, solver), knowledge.exact, knowledge.threshold);
			const narrowed = asked.targets.filter(
				(_, index) => attack.findings[index]?.verdict === 'narrowed'
			);
			const next = narrowed.length === 0 ? [] : nextWithheld(block, narrowed, withheld);
			if (next.length === 0) {
				left += narrowed.length;
				unsolved += tallyOf(attack, () => true).unsolved;
				break;
			}
			for (const layer of next) withheld.add(layerKey(layer));
			layers.push(...next);
		}
	}
	return { layers, unsolved, narrowed: left };
}
