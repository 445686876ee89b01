import { identifier } from '$lib/engine/quote';
import type { RegionCode } from '$lib/model';
import type { OwnReading } from '../read';
import { freeCodeName, regionCodeColumn } from '../region-code';
import type { LargeBench } from './load';
import { tableOf, textOf } from './beside';

/** What JavaScript's trim takes from the ends of a text, so that both tell places alike. */
const BLANKS =
	'\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** Whether two readings differ by nothing but regions that the reader has chosen for places. */
export function sameRows(before: OwnReading | null, after: OwnReading): boolean {
	return before !== null && before.large !== null && before.columns === after.columns;
}

/**
 * Brings the codes in the table of a large file to those of a reading with other choices; its rows are
 * not read again.
 * @throws EngineError
 */
export async function rejoinLarge(
	bench: Pick<LargeBench, 'query'>,
	name: string,
	before: OwnReading,
	after: OwnReading
): Promise<void> {
	const column = identifier(freeCodeName(after.columns));
	if (regionCodeColumn(after) === null) {
		await bench.query(`ALTER TABLE ${tableOf(name)} DROP COLUMN IF EXISTS ${column}`);
		return;
	}
	await bench.query(`ALTER TABLE ${tableOf(name)} ADD COLUMN IF NOT EXISTS ${column} VARCHAR`);
	const { code = null, name: called = null, province = null } = after.regionColumns ?? {};
	const same = [code, called, province].map((at) => `trim(${textOf(at, after.columns)}, ?) = ?`);
	const sql = `UPDATE ${tableOf(name)} SET ${column} = ? WHERE ${same.join(' AND ')}`;
	for (const [place, region] of changedPlaces(before, after)) {
		const said = place.split('\u0000');
		const texts = same.flatMap((_, part) => [BLANKS, said[part] ?? '']);
		await bench.query(sql, [region, ...texts]);
	}
}

function changedPlaces(
	before: OwnReading,
	after: OwnReading
): [place: string, region: RegionCode | null][] {
	const was = new Map(before.large?.regions);
	const is = new Map(after.large?.regions);
	const changed = new Set(
		[...was.keys(), ...is.keys()].filter((key) => was.get(key) !== is.get(key))
	);
	return [...changed].map((key) => [key, is.get(key) ?? null]);
}
