import { createHash } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { BlockKind } from '$lib/protect/attack';
import { candidatesSql } from '$lib/protect/audit';
import { rowsOfSql } from './read';

export interface Candidate {
	kind: BlockKind;
	place: string;
	period: string;
	/** Family or measure. */
	what: string;
}

/** Of a hundred blocks in the sample. Where a kind has fewer, the others take its place. */
const SHARES: Readonly<Record<BlockKind, number>> = {
	region: 40,
	parent: 20,
	year: 30,
	waiting: 5,
	cooperative: 5
};
const KINDS = Object.keys(SHARES) as BlockKind[];

function rank(seed: string, candidate: Candidate): string {
	const { kind, place, period, what } = candidate;
	return createHash('sha256').update([seed, kind, place, period, what].join('|')).digest('hex');
}

/**
 * Blocks to attack, by the hash of their names and a seed: the same cells and seed give the same
 * sample, and no count decides.
 * @param blocks how many at least, or every one
 */
export async function chooseBlocks(
	connection: DuckDBConnection,
	{ threshold, seed, blocks }: { threshold: number | null; seed: string; blocks: number | 'every' }
): Promise<{ chosen: Candidate[]; all: number }> {
	const byKind = new Map<BlockKind, { candidate: Candidate; rank: string }[]>();
	for (const kind of KINDS) {
		const rows = await rowsOfSql(connection, candidatesSql(kind, threshold));
		const ranked = rows.map((row) => {
			const candidate = {
				kind,
				place: String(row.place),
				period: String(row.period),
				what: String(row.what)
			};
			return { candidate, rank: rank(seed, candidate) };
		});
		byKind.set(
			kind,
			ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1))
		);
	}
	const ranked = [...byKind.values()].flat();
	if (blocks === 'every')
		return { chosen: ranked.map(({ candidate }) => candidate), all: ranked.length };
	const quota = (kind: BlockKind) => Math.ceil((blocks * SHARES[kind]) / 100);
	const first = KINDS.flatMap((kind) => (byKind.get(kind) ?? []).slice(0, quota(kind)));
	const rest = KINDS.flatMap((kind) => (byKind.get(kind) ?? []).slice(quota(kind)));
	rest.sort((a, b) => (a.rank < b.rank ? -1 : 1));
	const chosen = [...first, ...rest.slice(0, Math.max(0, blocks - first.length))];
	// Blocks of one kind are read together.
	chosen.sort((a, b) => KINDS.indexOf(a.candidate.kind) - KINDS.indexOf(b.candidate.kind));
	return { chosen: chosen.map(({ candidate }) => candidate), all: ranked.length };
}
