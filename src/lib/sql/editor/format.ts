import { duckdb, formatDialect } from 'sql-formatter';

/** The SQL laid out anew; null where it cannot be read. */
export function formatSql(text: string): string | null {
	try {
		return formatDialect(text, {
			dialect: duckdb,
			keywordCase: 'upper',
			useTabs: false,
			tabWidth: 2,
			expressionWidth: 70,
			linesBetweenQueries: 1
		});
	} catch {
		return null;
	}
}
