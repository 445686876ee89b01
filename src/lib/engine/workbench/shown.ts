import { identifier } from '../quote';
import type { Statement } from './statements';

/** A column of an answer before it is asked for. */
export interface DescribedColumn {
	name: string;
	/** DuckDB's own name of the type: `ENUM('a', 'b')`. */
	type: string;
}

/** Types whose values reach the page as they are. */
const PLAIN =
	/^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\)|BOOLEAN|DATE|TIMESTAMP(_S|_MS|_NS)?|TIMESTAMP WITH TIME ZONE|VARCHAR|UUID)$/;

const QUESTIONS = new Set(['SELECT', 'WITH', 'FROM', 'VALUES', 'TABLE', 'PIVOT', 'UNPIVOT']);

/** Whether a statement asks for rows, so that it can stand in brackets. */
export function asksForRows({ words, text }: Statement): boolean {
	return text.startsWith('(') || QUESTIONS.has(words[0] ?? '');
}

/**
 * The same rows with every column in a shape that reaches the page: a stream carries no dictionaries
 * (an ENUM would arrive empty), and intervals, times, lists and structures have no shape of their own
 * there. Null where the statement can be run as it stands.
 * @param most rows that are wanted
 */
export function shownAs(
	text: string,
	columns: readonly DescribedColumn[],
	most: number
): string | null {
	if (columns.every(({ type }) => PLAIN.test(type))) return null;
	const names = columns.map((_, index) => `k${index}`);
	const shown = columns.map(({ name, type }, index) => {
		const column = `k${index}`;
		return `${PLAIN.test(type) ? column : `${column}::VARCHAR`} AS ${identifier(name)}`;
	});
	// The line break ends a comment on the statement's last line.
	return `SELECT ${shown.join(', ')} FROM (${text}\n) AS jawaban(${names.join(', ')}) LIMIT ${most}`;
}
