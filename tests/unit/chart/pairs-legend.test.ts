import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPairs } from '../../../src/lib/chart/build/pairs';
import { layoutPairs } from '../../../src/lib/chart/layout/pairs';
import { NARROW, WIDE, fontSize, heightOf } from '../../../src/lib/chart/layout/size';
import { textWidth } from '../../../src/lib/chart/layout/text';
import { drawSvg } from '../../../src/lib/chart/render/draw';
import { figure, frame } from './samples';

function pairs(before: string, after: string, look: 'dots' | 'bars' = 'dots') {
	return buildPairs({
		...frame(),
		look,
		labels: { before, after },
		rows: ['32.01', '32.03'].map((key, index) => ({
			key,
			label: `Kabupaten ${key}`,
			before: figure(key, 2023, 5 + index),
			after: figure(key, 2024, 9 - index)
		}))
	});
}

const layout = (model: ReturnType<typeof pairs>, width: number) =>
	layoutPairs(model, { width, height: heightOf(model, width) });

describe('the legend of two values', () => {
	it('is one line above the plot where both names are short, as it always was', () => {
		const { legend, plot } = layout(pairs('2023', '2024'), WIDE);
		expect(legend.map(({ lines }) => lines.map(({ text }) => text))).toEqual([['2023'], ['2024']]);
		expect(new Set(legend.map(({ y }) => y)).size).toBe(1);
		expect(plot.top).toBe(28);
	});

	it('holds every letter of any name inside the drawing, above the plot', () => {
		const name = fc.string({ unit: fc.constantFrom('a', 'm', 'W', '_', ' '), maxLength: 120 });
		fc.assert(
			fc.property(name, name, fc.constantFrom(NARROW, 440, WIDE), (before, after, width) => {
				const { legend, plot } = layout(pairs(before, after), width);
				const letters = (text: string) => text.replaceAll(' ', '');
				const said = legend.map(({ lines }) => letters(lines.map(({ text }) => text).join('')));
				expect(said).toEqual([letters(before), letters(after)]);
				for (const { text, x, y } of legend.flatMap(({ lines }) => lines)) {
					expect(x + textWidth(text, fontSize(width))).toBeLessThanOrEqual(width + 0.01);
					expect(y + fontSize(width) / 2).toBeLessThan(plot.top);
				}
				expect(plot.bottom - plot.top).toBeGreaterThanOrEqual(48 - 0.01);
			})
		);
	});

	it('is drawn as it is laid out, in both looks', () => {
		const long = 'keluarga_penerima_manfaat_per_100_orang_miskin_2023';
		for (const look of ['dots', 'bars'] as const) {
			const model = pairs(long, 'lain', look);
			const svg = drawSvg(model, { width: NARROW, height: heightOf(model, NARROW) });
			const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
			expect(texts.join('')).toContain(long);
			expect(texts.join('')).not.toContain('…');
		}
	});
});
