/** Rows of the clean lists, as linking leaves them, for a population small enough to count by hand. */
export interface Receipt {
	pid: bigint;
	rkey: number;
	fid: bigint | null;
	frkey: number | null;
	programme: number;
	region: number;
	decile: number;
	sex: number;
	birth: number | null;
	first: number | null;
	last: number | null;
	business: boolean | null;
}

export interface Membership {
	pid: bigint;
	rkey: number;
	programme: number;
	cooperative: number;
	region: number | null;
	region_stated: boolean;
	sex: number;
	birth: number | null;
	joined: string | null;
	left_on: string | null;
	last_transaction: string | null;
}

export interface Event {
	pid: bigint;
	rkey: number;
	kind: number;
	date: string;
	amount: number | null;
	cooperative: number | null;
	region: number | null;
	region_stated: boolean;
	sex: number;
	birth: number | null;
}

export interface Population {
	receipt: Receipt[];
	membership: Membership[];
	activity: Event[];
	cooperative: { number: number; code: string; programme: number }[];
}

const TYPES: Readonly<Record<keyof Population, string>> = {
	receipt: `pid UBIGINT, rkey USMALLINT, fid UBIGINT, frkey USMALLINT, programme UTINYINT,
		region USMALLINT, decile UTINYINT, sex UTINYINT, birth SMALLINT, first SMALLINT, last SMALLINT,
		business BOOLEAN`,
	membership: `pid UBIGINT, rkey USMALLINT, programme UTINYINT, cooperative UINTEGER,
		region USMALLINT, region_stated BOOLEAN, sex UTINYINT, birth SMALLINT, joined DATE,
		left_on DATE, last_transaction DATE`,
	activity: `pid UBIGINT, rkey USMALLINT, kind UTINYINT, date DATE, amount BIGINT,
		cooperative UINTEGER, region USMALLINT, region_stated BOOLEAN, sex UTINYINT, birth SMALLINT`,
	cooperative: 'number UINTEGER, code VARCHAR, programme UTINYINT'
};

function cell(value: unknown): string {
	if (value === null) return 'NULL';
	return typeof value === 'string' ? `'${value}'` : String(value);
}

/** Statements that make the clean lists of a population in an empty database. */
export function tablesOf(population: Population): string[] {
	return (Object.keys(TYPES) as (keyof Population)[]).flatMap((table) => {
		const rows: readonly object[] = population[table];
		const columns = TYPES[table].split(',').map((column) => column.trim().split(' ')[0] ?? '');
		const values = rows.map((row) => {
			const cells = row as Readonly<Record<string, unknown>>;
			return `(${columns.map((column) => cell(cells[column])).join(', ')})`;
		});
		const create = `CREATE OR REPLACE TABLE ${table} (${TYPES[table]})`;
		const inserts: string[] = [];
		for (let at = 0; at < values.length; at += 2000)
			inserts.push(`INSERT INTO ${table} VALUES ${values.slice(at, at + 2000).join(', ')}`);
		return [create, ...inserts];
	});
}
