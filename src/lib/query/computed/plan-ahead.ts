import type { Engine } from '$lib/engine/engine';
import { whenIdle } from '$lib/schedule/idle';
import type { QuestionPart } from '../question';
import type { CubeName } from './cube';
import { sliceOfPlace, sliceOfTime } from './slice';

/** No place, measure or time that any file has. */
const NOBODY = '';
const NEVER = { from: '0001-01-01', until: '0001-01-01' };

/**
 * The statements in which a cube's file is asked, over nothing. Rates have two measures; questions with
 * another number have a text of their own, and plan it when they come.
 */
export function emptySlices(file: string, cubes: readonly CubeName[]): QuestionPart[] {
	return cubes.flatMap((cube) => [
		sliceOfPlace({ cube, file }, NOBODY),
		sliceOfTime({ cube, file }, NEVER, [NOBODY, NOBODY])
	]);
}

/** Cubes of an extract's first file, and of a file beside it, that filters ask by place or time. */
export function cubesOf(part: string | null): readonly CubeName[] {
	if (part === null) return ['k1', 'k2', 'k3'];
	return part === '00' ? ['k4'] : ['k2', 'k3', 'k4'];
}

const planned = new Set<string>();

/**
 * Plans what a file will be asked while the browser has nothing else to do: a plan costs DuckDB-Wasm as
 * much as the answer, and a reader who filters by one place of a file goes on to others.
 * @param file the id under which it is attached
 */
export async function planAhead(
	engine: Engine,
	file: string,
	cubes: readonly CubeName[]
): Promise<void> {
	if (planned.has(file)) return;
	planned.add(file);
	for (const { sql, params } of emptySlices(file, cubes)) {
		await new Promise<void>((resolve) => void whenIdle(resolve));
		// Nobody waits for it: what cannot be planned now says so when it is asked.
		await engine.query(sql, params).catch(() => undefined);
	}
}
