/** The checks of a publish, in the order in which they are reported. */
export const CHECKS = [
	{ id: 1, name: 'multiples' },
	{ id: 2, name: 'distance' },
	{ id: 3, name: 'bias' },
	{ id: 4, name: 'same_people' },
	{ id: 5, name: 'another_key' },
	{ id: 6, name: 'small_counts' },
	{ id: 7, name: 'attacker' },
	{ id: 8, name: 'averaging' },
	{ id: 9, name: 'differencing' },
	{ id: 10, name: 'canary' },
	{ id: 11, name: 'identifiers' }
] as const;
export type CheckName = (typeof CHECKS)[number]['name'];

export interface CheckResult {
	id: number;
	name: CheckName;
	verdict: 'passed' | 'failed' | 'not_run';
	/** Numbers of cells, shares and deviations; never a count of people. */
	figures: Record<string, number>;
}

/** How often the attacker narrowed a small count, of so many that he tried. */
export interface AttackFigures {
	cells: number;
	narrowed: number;
	/** Shares of `cells`; 0 where there were none. */
	rate: number;
}

export interface AttackerReport {
	before: AttackFigures;
	/** After the withholding. */
	after: AttackFigures;
	/** The same attacker on the same blocks, with true counts published and those under 5 left out. */
	suppressed: AttackFigures;
	/** Cells for which nothing could be proven: the check fails while there is one. */
	unsolved: number;
	/** Blocks whose published figures contradict what the attacker takes for known. */
	contradicted: number;
	/** Blocks attacked without relations between measures, since a list came late; 0 with true counts. */
	untold: number;
	withheldLayers: number;
}

export interface AuditReport {
	checks: CheckResult[];
	/** What the audit withheld: published cells, and layers of one place, period and measure. */
	withheld: { cells: number; layers: number; blocks: number };
	attacker: AttackerReport;
	blocks: { sampled: number; all: number };
}

export function resultOf(
	name: CheckName,
	verdict: boolean | null,
	figures: Record<string, number>
): CheckResult {
	const id = CHECKS.find((check) => check.name === name)?.id ?? 0;
	return {
		id,
		name,
		verdict: verdict === null ? 'not_run' : verdict ? 'passed' : 'failed',
		figures
	};
}

export function attackFigures(cells: number, narrowed: number): AttackFigures {
	return { cells, narrowed, rate: cells === 0 ? 0 : narrowed / cells };
}

/** Whether no check failed. One that could not run is not a failure: it says so itself. */
export function passed(report: Pick<AuditReport, 'checks'>): boolean {
	return report.checks.every(({ verdict }) => verdict !== 'failed');
}
