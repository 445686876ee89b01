import type { ChartSource } from '$lib/chart/model';
import { EngineError } from '$lib/engine/errors';
import { httpFiles } from '$lib/engine/http';
import type { Locale, RegionCode, Unit } from '$lib/model';

/** What regions, indicators and sources are called in each language: a page knows only its own. */
export interface Names {
	regions: Record<RegionCode, string>;
	indicators: Record<string, { unit: Unit; names: Partial<Record<Locale, string>> }>;
	sources: Record<string, Partial<Record<Locale, ChartSource>>>;
}

const ADDRESS = '/nama.json';

let asked: Promise<Names> | undefined;

/**
 * The names, fetched once a page.
 * @throws EngineError `offline`, `missing_file`, `bad_file`
 */
export function readNames(): Promise<Names> {
	asked ??= read().catch((cause: unknown) => {
		// Asked again by the next who needs them.
		asked = undefined;
		throw cause;
	});
	return asked;
}

async function read(): Promise<Names> {
	const text = await httpFiles().text(ADDRESS);
	try {
		return JSON.parse(text) as Names;
	} catch (cause) {
		const detail = cause instanceof Error ? cause.message : '';
		throw new EngineError({ kind: 'bad_file', file: ADDRESS, reason: 'format', detail }, { cause });
	}
}
