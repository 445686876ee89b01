import { DuckDBInstance } from '@duckdb/node-api';
import path from 'node:path';
import { loadReference } from '../../../../data/reference/load';
import { literal } from '$lib/engine/quote';
import type { BareQuestion } from './statements';

interface CleanOptions {
	/** The raw lists, and the rows of them that were refused: `file` is the place in this order. */
	files: BareQuestion['files'];
	/** Parquet file with the columns `file` and `row` of refused rows. */
	refused: string;
	folder: string;
}

const DAY = (text: string) =>
	`coalesce(try_strptime(${text}, '%Y-%m-%d'), try_strptime(${text}, '%d/%m/%Y'))::DATE`;
const MONTH = (text: string) => `try_strptime(${text} || '-01', '%Y-%m-%d')::DATE`;
const NUMBER = `regexp_replace(nik, '[^0-9]', '', 'g')::BIGINT`;
const PLACE = `replace(coalesce(code, kode_wilayah), '.', '')::USMALLINT`;

const COLUMNS = {
	beneficiaries: `${NUMBER} AS nik, no_kk::BIGINT AS no_kk, lower(program) AS programme, ${PLACE} AS region,
		desil::UTINYINT AS decile, ${DAY('tanggal_lahir')} AS birth, jenis_kelamin = 'P' AS woman,
		${MONTH('bulan_awal')} AS first, ${MONTH('bulan_akhir')} AS last, punya_usaha = 'ya' AS business`,
	members: `${NUMBER} AS nik, koperasi AS cooperative, lower(program) AS programme, ${PLACE} AS region,
		${DAY('tanggal_bergabung')} AS joined, ${DAY('tanggal_keluar')} AS gone,
		${DAY('transaksi_terakhir')} AS last_transaction`,
	activities: `${NUMBER} AS nik, kegiatan AS kind, ${DAY('tanggal')} AS day, koperasi AS cooperative`
} as const;

const LISTS = ['beneficiaries', 'members', 'activities'] as const;

/** Where the clean lists of a folder are. */
export function cleanFiles(folder: string): BareQuestion['files'] {
	const file = (list: string) => path.join(folder, `clean-${list}.csv`);
	return {
		beneficiaries: file('beneficiaries'),
		members: file('members'),
		activities: file('activities'),
		reporting: file('reporting')
	};
}

/**
 * Writes the same lists as nobody has them: without the rows that the reader refuses, and with one
 * way to write a number, a date and a place. So bare SQL answers the same question without cleaning.
 */
export async function writeClean(options: CleanOptions): Promise<void> {
	const { files, refused, folder } = options;
	const instance = await DuckDBInstance.create(':memory:', {
		temp_directory: path.join(folder, 'clean-spill')
	});
	const connection = await instance.connect();
	const reference = loadReference();
	const former = reference.formerCodes
		.filter(({ system }) => system === 'kemendagri')
		.map(({ code, formerCode }) => `(${literal(code)}, ${literal(formerCode)})`);
	await connection.run(
		`CREATE TABLE former AS FROM (VALUES ${former.join(', ')}) AS f(code, former)`
	);
	const clean = cleanFiles(folder);
	for (const [index, list] of LISTS.entries()) {
		const place = list === 'activities' ? '' : 'LEFT JOIN former ON former.former = kode_wilayah';
		// The header is the first row of a file.
		await connection.run(`COPY (SELECT ${COLUMNS[list]}
			FROM (SELECT *, row_number() OVER () + 1 AS line
				FROM read_csv(${literal(files[list])}, header = true, all_varchar = true)) AS listed ${place}
				ANTI JOIN (FROM ${literal(refused)} WHERE file = ${index}) AS gone ON gone.row = line)
			TO ${literal(clean[list])} (FORMAT csv, HEADER)`);
	}
	await connection.run(`COPY (SELECT replace(region, '.', '')::USMALLINT AS region, ${LISTS.map(
		(list) => `max(${MONTH('through')}) FILTER (list = '${list}') AS ${list}`
	).join(', ')} FROM read_csv(${literal(files.reporting)}, header = true, all_varchar = true)
		GROUP BY ALL) TO ${literal(clean.reporting)} (FORMAT csv, HEADER)`);
	connection.closeSync();
	instance.closeSync();
}
