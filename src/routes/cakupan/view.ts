import type { CoverageView } from '$lib/state/coverage-view';
import type { CoverageAnswer } from './answer';
import type { Asking } from './context';
import { pkhAnswer } from './pkh';
import { povertyAnswer } from './poverty';

/** The page's answer to a view: the same code at build, over native DuckDB, and in the browser. */
export function coverageAnswer(view: CoverageView, asking: Asking): Promise<CoverageAnswer> {
	return view.measure === 'pkh' ? pkhAnswer(view, asking) : povertyAnswer(view, asking);
}
