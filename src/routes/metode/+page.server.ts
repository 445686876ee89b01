import { ROUNDING } from '$lib/protect/rounding';
import { computedExtracts } from '../dataset.server';
import { gapExample, waitExample } from './examples';

export function load() {
	// One extract is told of: an office's own where the site has one, else the demo.
	const protection = computedExtracts()[0]?.protection ?? null;
	return { protection, gap: gapExample(), wait: waitExample(protection ?? ROUNDING) };
}
