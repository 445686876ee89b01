import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FIRST_HIGH } from '../../../src/lib/chart/option/palette';

const css = readFileSync('src/lib/ui/theme.css', 'utf8');
const [light = '', dark = '', print = ''] = css.split(/@media [^{]*\{/);

type Rgb = [number, number, number];

function token(theme: string, name: string): Rgb {
	const hex = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(theme)?.[1];
	if (hex === undefined) throw new Error(`no colour --${name}`);
	return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16)) as Rgb;
}

function linear([r, g, b]: Rgb): Rgb {
	const one = (channel: number) => {
		const share = channel / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	};
	return [one(r), one(g), one(b)];
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Contrast as WCAG 2.2 defines it. */
function contrast(a: Rgb, b: Rgb): number {
	const [x, y] = [luminance(linear(a)), luminance(linear(b))];
	return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** Matrices of Machado, Oliveira & Fernandes 2009, severity 1, on linear light. */
const BLINDNESS: Record<string, readonly Rgb[]> = {
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998]
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881]
	]
};

function seenBy(matrix: readonly Rgb[], colour: Rgb): number {
	const [r, g, b] = linear(colour);
	const [x = 0, y = 0, z = 0] = matrix.map((row) => row[0] * r + row[1] * g + row[2] * b);
	return luminance([x, y, z].map((channel) => Math.min(1, Math.max(0, channel))) as Rgb);
}

const steps = [1, 2, 3, 4, 5, 6, 7];

describe.each([
	['light', light],
	['dark', dark],
	['printed', print]
])('colours of charts on a %s page', (_, theme) => {
	const paper = token(theme, 'paper');
	const sequential = steps.map((step) => token(theme, `sequential-${step}`));

	it.each(['ink', 'ink-soft', 'accent', ...steps.slice(0, 6).map((step) => `category-${step}`)])(
		'--%s is read as text (4.5:1)',
		(name) => {
			expect(contrast(token(theme, name), paper)).toBeGreaterThanOrEqual(4.5);
		}
	);

	it.each(['grey-mark', 'texture'])('--%s is seen as a mark (3:1)', (name) => {
		expect(contrast(token(theme, name), paper)).toBeGreaterThanOrEqual(3);
	});

	it('letters on tiles are read on every class (4.5:1)', () => {
		const low = token(theme, 'on-sequential-light');
		const high = token(theme, 'on-sequential-dark');
		const contrasts = sequential.map((fill, index) =>
			contrast(fill, index + 1 >= FIRST_HIGH ? high : low)
		);
		expect(contrasts.map((value) => value >= 4.5)).toEqual(steps.map(() => true));
	});

	it.each(Object.keys(BLINDNESS))('shades keep their order and distance under %s', (kind) => {
		const seen = sequential.map((colour) => seenBy(BLINDNESS[kind] ?? [], colour));
		const ratios = seen.slice(1).map((value, index) => {
			const before = seen[index] ?? 0;
			return (Math.max(value, before) + 0.05) / (Math.min(value, before) + 0.05);
		});
		const rises = seen.slice(1).map((value, index) => value > (seen[index] ?? 0));
		expect(new Set(rises).size).toBe(1);
		expect(Math.min(...ratios)).toBeGreaterThan(1.15);
	});
});
