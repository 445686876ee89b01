import { literal } from '$lib/engine/quote';
import { lastDayOf } from '$lib/model';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { type Period } from './period';
import type { Place } from './places';
import type { Report } from './reporting';
import { JEPARA, KMP_FOUNDED, MENTORED } from './shape';

/** People are made in parts of so many: what is held in memory does not grow with their number. */
export const PART = 200_000;
const MEMORY = '1500MB';

/** A database in memory with a private folder for what does not fit. */
export async function openDatabase(scratch: string, threads: number | undefined) {
	const instance = await DuckDBInstance.create(':memory:', {
		memory_limit: MEMORY,
		temp_directory: scratch,
		autoload_known_extensions: 'false',
		autoinstall_known_extensions: 'false',
		...(threads === undefined ? {} : { threads: String(threads) })
	});
	return { instance, connection: await instance.connect() };
}

function text(value: string | null): string {
	return value === null ? 'NULL' : literal(value);
}

/** The table `place`: one row a regency, with all that its people's draws depend on. */
export async function writePlaces(
	connection: DuckDBConnection,
	places: readonly Place[],
	reports: readonly Report[],
	period: Period,
	shift: number
): Promise<void> {
	const through = new Map(
		reports.map(({ region, list, through: month }) => [`${region} ${list}`, month])
	);
	const kmpExists = lastDayOf(period.last) >= KMP_FOUNDED;
	const rows = places.map((place) => {
		const of = (list: string) => through.get(`${place.code} ${list}`) ?? null;
		const until = (list: string) => {
			const month = of(list);
			return month === null ? 'NULL' : `DATE '${lastDayOf(month)}'`;
		};
		const own = place.code === JEPARA || place.kampung.length > 0;
		return `(${[
			place.start,
			text(place.code),
			place.code.replace('.', ''),
			text(place.formerCode),
			place.groups,
			shift,
			place.pkhShare.toFixed(6),
			// Before there was a KMP, nobody elsewhere is on a list of members.
			kmpExists || own ? place.publicShare : 0,
			place.kmpShare.toFixed(6),
			place.kmpCooperatives,
			place.code === JEPARA,
			`[${place.kampung.join(', ')}]::INTEGER[]`,
			place.code === JEPARA ? MENTORED.jepara : MENTORED.elsewhere,
			of('beneficiaries') ?? 'NULL',
			until('members'),
			until('activities')
		].join(', ')})`;
	});
	await connection.run(`CREATE TEMP TABLE place (start BIGINT, code VARCHAR, region BIGINT,
	former VARCHAR, groups BIGINT, shift BIGINT, pkh_share DOUBLE, public_share DOUBLE, kmp_share DOUBLE,
	kmp_cooperatives INTEGER, kjmis BOOLEAN, kampung INTEGER[], mentored DOUBLE,
	through_beneficiaries INTEGER, members_until DATE, activities_until DATE)`);
	await connection.run(`INSERT INTO place VALUES ${rows.join(',\n')}`);
}
