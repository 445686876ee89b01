import { type Attack, attackProgram, type BlockProgram } from '$lib/protect/attack';
import type { SolverHandle } from './solver';

/** One attack. A solver that breaks down is started afresh once; after that nothing is proven. */
export async function attempt(
	{ program, targets, known }: BlockProgram,
	solver: SolverHandle
): Promise<Attack> {
	for (let tries = 0; tries < 2; tries++) {
		try {
			return attackProgram(program, targets, known, solver.open);
		} catch {
			await solver.reload();
		}
	}
	return {
		feasible: true,
		findings: targets.map(() => ({ verdict: 'unsolved', low: 0, high: Infinity }))
	};
}
