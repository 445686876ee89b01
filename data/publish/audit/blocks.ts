import type { DuckDBConnection } from '@duckdb/node-api';
import {
	type Block,
	type BlockKind,
	CellStore,
	cooperativeBlock,
	FAMILIES,
	type Knowledge,
	parentBlock,
	regionBlock,
	waitingBlock,
	yearBlock
} from '$lib/protect/attack';
import { CUBE_IDS, wantedSql } from '$lib/protect/audit';
import { rowsOf } from '$lib/protect/sql';
import type { Candidate } from './sample';

/** So many places, periods and measures are read at once: about 40 cells each. */
const MOST_WANTED = 4000;

export type Parts = ReadonlyMap<string, readonly string[]>;
type Wanted = [place: string, period: string, measure: string];

function familyOf(id: string) {
	const family = FAMILIES.find((one) => one.id === id);
	if (family === undefined) throw new Error(`no family of measures ${id}`);
	return family;
}

function wantedOf({ kind, place, period, what }: Candidate, parts: Parts): Wanted[] {
	switch (kind) {
		case 'region': {
			const { own, around } = familyOf(what);
			return [...own, ...around].map((measure) => [place, period, measure]);
		}
		case 'parent':
			return [place, ...(parts.get(place) ?? [])].map((region) => [region, period, what]);
		case 'cooperative':
			return ['members', 'active'].map((measure) => [place, period, measure]);
		default:
			return [[place, period, what]];
	}
}

function blockOf(
	candidate: Candidate,
	parts: Parts,
	store: CellStore,
	knowledge: Knowledge
): Block {
	const { kind, place, period, what } = candidate;
	switch (kind) {
		case 'region':
			return regionBlock(
				{ region: place, month: period, family: familyOf(what) },
				store,
				knowledge
			);
		case 'parent':
			return parentBlock(
				{ parent: place, parts: parts.get(place) ?? [], month: period, measure: what },
				store,
				knowledge
			);
		case 'year':
			return yearBlock({ region: place, year: period, measure: what }, store, knowledge);
		case 'waiting':
			return waitingBlock({ region: place, year: period, measure: what }, store, knowledge);
		case 'cooperative':
			return cooperativeBlock({ cooperative: place, month: period }, store, knowledge);
	}
}

async function read(
	connection: DuckDBConnection,
	kind: BlockKind,
	wanted: readonly Wanted[]
): Promise<CellStore> {
	await connection.run(`CREATE OR REPLACE TEMP TABLE audit_wanted AS
		SELECT DISTINCT place, period, measure FROM ${rowsOf(['place', 'period', 'measure'], wanted)}`);
	const store = new CellStore();
	const reader = await connection.runAndReadAll(wantedSql(kind));
	const [
		cube = [],
		region = [],
		period = [],
		measure = [],
		decile = [],
		sex = [],
		age = [],
		waiting = [],
		n = [],
		pub = [],
		shown = []
	] = reader.getColumnsJS();
	for (let row = 0; row < cube.length; row++) {
		const id = CUBE_IDS.find((one) => one === cube[row]);
		if (id === undefined) continue;
		store.set(
			{
				cube: id,
				region: String(region[row]),
				period: String(period[row]),
				measure: String(measure[row]),
				decile: String(decile[row]),
				sex: String(sex[row]),
				age: String(age[row]),
				waiting: String(waiting[row])
			},
			{
				n: n[row] === null ? null : Number(n[row]),
				pub: Number(pub[row]),
				shown: shown[row] === true
			}
		);
	}
	return store;
}

/** Reads the chosen blocks, some at a time, and hands each on. */
export async function* readBlocks(
	connection: DuckDBConnection,
	chosen: readonly Candidate[],
	parts: Parts,
	knowledge: Knowledge
): AsyncGenerator<Block> {
	let batch: Candidate[] = [];
	let wanted: Wanted[] = [];
	async function* flush(): AsyncGenerator<Block> {
		const [first] = batch;
		if (first === undefined) return;
		const store = await read(connection, first.kind, wanted);
		for (const candidate of batch) yield blockOf(candidate, parts, store, knowledge);
		batch = [];
		wanted = [];
	}
	for (const candidate of chosen) {
		const more = wantedOf(candidate, parts);
		if (batch[0]?.kind !== candidate.kind || wanted.length + more.length > MOST_WANTED)
			yield* flush();
		batch.push(candidate);
		wanted.push(...more);
	}
	yield* flush();
}
