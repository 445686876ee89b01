import type { Table } from 'apache-arrow';
import { soon } from '$lib/schedule/soon';
import type { Engine, QueryOptions, SqlValue } from './engine';

interface Waiting {
	sql: string;
	params: readonly SqlValue[];
	options: QueryOptions | undefined;
	resolve: (answer: Table | Promise<Table>) => void;
	reject: (error: unknown) => void;
}

/** More in one statement are planned for longer than they save. */
const MOST = 24;

/**
 * An engine that runs what is asked of it at one moment as one statement: each statement costs DuckDB's
 * worker a way there and back, whatever it asks. Columns of one name have one type in all of them.
 * @param engine is asked; what is asked of this one leaves the order of its rows open
 */
export function together(engine: Engine): Engine {
	let waiting: Waiting[] = [];

	function runAll(): void {
		const all = waiting;
		waiting = [];
		// One that is given up takes none along but its own kind.
		for (const signal of new Set(all.map(({ options }) => options?.signal))) {
			const own = all.filter(({ options }) => options?.signal === signal);
			const each = eachOnce(own);
			for (let at = 0; at < each.length; at += MOST) run(engine, each.slice(at, at + MOST));
		}
	}

	return {
		...engine,
		query: (sql, params = [], options) =>
			new Promise((resolve, reject) => {
				// What is asked before this moment's work is done comes along.
				if (waiting.length === 0) soon(runAll);
				waiting.push({ sql, params, options, resolve, reject });
			})
	};
}

/** What several ask is asked once, and answered to all of them. */
function eachOnce(all: readonly Waiting[]): Waiting[] {
	const alike = new Map<string, Waiting[]>();
	for (const one of all) {
		const key = JSON.stringify([one.sql, ...one.params]);
		alike.set(key, [...(alike.get(key) ?? []), one]);
	}
	return [...alike.values()].flatMap((same) => {
		const [first] = same;
		if (!first) return [];
		return {
			...first,
			resolve: (answer: Table | Promise<Table>) => same.forEach(({ resolve }) => resolve(answer)),
			reject: (error: unknown) => same.forEach(({ reject }) => reject(error))
		};
	});
}

function run(engine: Engine, all: readonly Waiting[]): void {
	const [one] = all;
	if (!one) return;
	if (all.length === 1) return one.resolve(engine.query(one.sql, one.params, one.options));
	const sql = all
		.map(({ sql: part }, nth) => `SELECT ${String(nth)} AS asked, * FROM (${part})`)
		.join('\nUNION ALL BY NAME\n');
	engine
		.query(
			`${sql}\nORDER BY asked`,
			all.flatMap(({ params }) => params),
			one.options
		)
		.then(
			(table) => {
				const asked = table.getChild('asked');
				let from = 0;
				all.forEach(({ resolve }, nth) => {
					let until = from;
					while (until < table.numRows && asked?.get(until) === nth) until += 1;
					resolve(table.slice(from, until));
					from = until;
				});
			},
			(error: unknown) => all.forEach(({ reject }) => reject(error))
		);
}
