import { readFileSync } from 'node:fs';
import { type ReadOptions, type Reading, readOfficial } from '$lib/read';
import { createResolver } from '$lib/read/region';
import { loadReference } from '../../../data/reference/load';

const reference = loadReference();
const resolver = createResolver(reference);
const declared = new Map(reference.indicators.map(({ id, unit }) => [id, unit]));
const names = new Map(reference.regions.map(({ code, name }) => [code, name]));

export const nameOf = (code: string): string => names.get(code) ?? code;

type Extra = Partial<ReadOptions>;

function read(content: string | Uint8Array, fileName: string, extra: Extra = {}) {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	return readOfficial(bytes, {
		fileName,
		resolver,
		regions: reference.regions,
		declared,
		sourceId: 'test',
		...extra
	});
}

/** The reading of a file that can be read. */
export async function reading(
	content: string | Uint8Array,
	fileName: string,
	extra: Extra = {}
): Promise<Reading> {
	const result = await read(content, fileName, extra);
	if (!result.ok) throw new Error(`${fileName}: ${JSON.stringify(result.problem)}`);
	return result.reading;
}

/** The rule by which a file is refused, or `read`. */
export async function ruleOf(
	content: string | Uint8Array,
	fileName: string,
	extra: Extra = {}
): Promise<string> {
	const result = await read(content, fileName, extra);
	return result.ok ? 'read' : result.problem.rule;
}

export function fixture(name: string): Uint8Array {
	return readFileSync(`tests/fixtures/read/${name}`);
}

/** Figures as short lines: `poor_people 36.01 2023-01-01..2023-12-31 114650`. */
export function lines({ figures }: Reading): string[] {
	return figures.map(
		({ indicator, region, period, value, state }) =>
			`${indicator} ${region} ${period.start}..${period.end} ${value ?? state}`
	);
}
