import { describe, expect, it } from 'vitest';
import { FIGURE_STATES } from '$lib/model';
import { listedStates } from '../../../src/routes/sumber/listed-states';

describe('the legend of states', () => {
	it('explains demo figures where the site has any', () => {
		expect(listedStates([{ kind: 'computed' }, { kind: 'demo' }])).toEqual(FIGURE_STATES);
	});

	it('leaves them out of a site of real figures', () => {
		for (const extracts of [[], [{ kind: 'computed' as const }]]) {
			expect(listedStates(extracts)).not.toContain('demo');
			expect(listedStates(extracts)).toHaveLength(FIGURE_STATES.length - 1);
		}
	});
});
