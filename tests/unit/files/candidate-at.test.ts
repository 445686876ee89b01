import fc from 'fast-check';
import { expect, test } from 'vitest';
import { candidateAt } from '$lib/files/large/candidate-at';

/** The same said as patterns: slow, and plain to read. */
function plainCandidateAt(text: string): number {
	const separator = '[ .\\-/\\u00a0\\u2010\\u2011\\u202f]';
	const places = [
		[`(?:\\d${separator}?_*){15}\\d`, 'end'],
		['(?<!\\d)(?:(?:62|0062|0)8(?:[ .-]?\\d){7}|62[ .-]8(?:[ .-]?\\d){7})', 'start'],
		['@', 'start'],
		['rek|kks|acc', 'end']
	].flatMap(([pattern = '', where]) => {
		// Each beginning is tried: of numbers that overlap, the first to end counts.
		const ends = Array.from({ length: text.length }, (_, at) => {
			const found = new RegExp(pattern, 'iy');
			found.lastIndex = at;
			const match = found.exec(text);
			return match && (where === 'start' ? at : at + match[0].length - 1);
		});
		return ends.filter((at) => at !== null);
	});
	return places.length === 0 ? -1 : Math.min(...places);
}

const written = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom(...'0123456789') },
	{ weight: 3, arbitrary: fc.constantFrom(...' .-_/,\n\u00a0\u2011é@rekacsREKS9') },
	{
		weight: 1,
		arbitrary: fc.constantFrom('62', '08', '0062', '62 8', '12345678', '1234-5678_', 'kk', 're')
	}
);

test('the first place is where the patterns find one, in whatever text', () => {
	fc.assert(
		fc.property(fc.array(written, { maxLength: 60 }), (parts) => {
			const text = parts.join('');
			expect(candidateAt(text, 0)).toBe(plainCandidateAt(text));
		}),
		{ numRuns: 4000 }
	);
});

test.each([
	['a,3201014505900001,b', 17],
	['a,3201 0145.0590-0001,b', 20],
	['hubungi 0812-3456-7890', 8],
	['+62 812 3456 7890', 1],
	['siti@kantor.go.id', 4],
	['No Rekening', 5],
	['12,3.5,2024-01-02,Kota Bogor,123.456.789', -1],
	['32010145,05900001', -1],
	['', -1]
])('%s: at %i', (text, place) => {
	expect(candidateAt(text, 0)).toBe(place);
	expect(plainCandidateAt(text)).toBe(place);
});
