import { describe, expect, it } from 'vitest';
import type { ChartModel } from '$lib/chart/model';
import { withoutFocus } from '../../../src/routes/sematan/without-focus';

const mark = (key: string) => ({ key, chosen: key === 'b' });
const marks = ['a', 'b'].map(mark);

describe('a chart for frames', () => {
	it.each([
		['bars', { bars: marks }],
		['pairs', { pairs: marks }],
		['tiles', { tiles: marks }],
		['multiples', { panels: marks.map((one) => ({ ...one, series: [{ role: 'chosen' }] })) }]
	])('of %s sets no mark apart, and keeps all else', (kind, parts) => {
		const model = { kind, title: 'T', ...parts } as unknown as ChartModel;
		const written = JSON.stringify(withoutFocus(model));
		expect(written).not.toContain('"chosen":true');
		expect(written).not.toContain('"role":"chosen"');
		expect(written.match(/"key"/g)).toHaveLength(2);
		expect(written).toContain('"title":"T"');
	});

	it('of one place’s line stays as it is: the line is what it tells of', () => {
		const line = { kind: 'line', series: [{ role: 'chosen' }] } as unknown as ChartModel;
		expect(withoutFocus(line)).toBe(line);
	});
});
