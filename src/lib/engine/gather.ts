import { soon } from '$lib/schedule/soon';
import type { SqlValue } from './engine';

/** A statement that waits for its answer. */
export interface Waiting<Answer> {
	sql: string;
	params: readonly SqlValue[];
	signal: AbortSignal | undefined;
	resolve: (answer: Answer) => void;
	reject: (error: unknown) => void;
}

/**
 * Hands on what is asked at one moment as groups, so that a worker need not wait for the page between
 * two statements. One that is given up takes none along but those of its own signal.
 * @param mayGo whether a statement may go with others; one that may not goes alone, in its turn
 */
export function gather<Answer>(
	mayGo: (sql: string) => boolean,
	run: (group: readonly Waiting<Answer>[]) => void
): (one: Waiting<Answer>) => void {
	let waiting: Waiting<Answer>[] = [];

	function runAll(): void {
		const all = waiting;
		waiting = [];
		let group: Waiting<Answer>[] = [];
		for (const one of all) {
			const [first] = group;
			const alike = first?.signal === one.signal && mayGo(first?.sql ?? '') && mayGo(one.sql);
			if (first && !alike) {
				run(group);
				group = [];
			}
			group.push(one);
		}
		if (group.length > 0) run(group);
	}

	return (one) => {
		// What is asked before this moment's work is done comes along.
		if (waiting.length === 0) soon(runAll);
		waiting.push(one);
	};
}
