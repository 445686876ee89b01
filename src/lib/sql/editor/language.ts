import { type Completion, type CompletionSource, completeFromList } from '@codemirror/autocomplete';
import { PostgreSQL, SQLDialect, type SQLNamespace, sql } from '@codemirror/lang-sql';
import type { Extension } from '@codemirror/state';
import type { KnownFunction, KnownTable } from '../known';

const words = (text = '', more = '') => `${text} ${more}`.trim();

/** DuckDB's SQL is PostgreSQL's with some words more. */
const DUCKDB = SQLDialect.define({
	...PostgreSQL.spec,
	keywords: words(
		PostgreSQL.spec.keywords,
		'qualify pivot unpivot summarize describe exclude replace asof positional semi anti macro sample'
	),
	types: words(
		PostgreSQL.spec.types,
		'hugeint uhugeint utinyint usmallint uinteger ubigint tinyint double struct map list union'
	)
});

/** Completion of keywords, tables and columns, and of DuckDB's functions once they are known. */
export function language(
	tables: readonly KnownTable[],
	functions: readonly KnownFunction[]
): Extension {
	return [
		sql({ dialect: DUCKDB, schema: namespace(tables), upperCaseKeywords: true }),
		DUCKDB.language.data.of({ autocomplete: functionSource(functions) })
	];
}

function namespace(tables: readonly KnownTable[]): SQLNamespace {
	const all: Record<string, Record<string, Completion[]>> = {};
	for (const { schema, name, columns } of tables) {
		(all[schema] ??= {})[name] = columns.map((column) => ({
			label: column.name,
			type: 'property',
			detail: column.type
		}));
	}
	// Tables of the reader's own schema need no schema before them.
	const { main, ...rest } = all;
	return { ...rest, ...main };
}

function functionSource(functions: readonly KnownFunction[]): CompletionSource {
	const source = completeFromList(
		functions.map(({ name, signature, description }) => ({
			label: name,
			type: 'function',
			detail: signature,
			boost: -1,
			...(description === '' ? {} : { info: description })
		}))
	);
	return (context) => {
		const word = context.matchBefore(/[\w.]+/);
		if (!context.explicit && (!word || word.to - word.from < 2 || word.text.includes('.')))
			return null;
		return source(context);
	};
}
