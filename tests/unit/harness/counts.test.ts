import { describe, expect, it } from 'vitest';
import { addCounts, countPlaywright, countVitest, lastLine, NOTHING } from '../../support/counts';

describe('the last line of the tests', () => {
	it('names skipped tests only where there are any', () => {
		expect(lastLine({ passed: 12, failed: [], skipped: 0 })).toBe('12 passed, 0 failed');
		expect(lastLine({ passed: 1, failed: ['a', 'b'], skipped: 3 })).toBe(
			'1 passed, 2 failed, 3 skipped'
		);
	});

	it('adds up what the steps found', () => {
		const one = { passed: 1, failed: ['a'], skipped: 2 };
		expect(addCounts(one, one)).toEqual({ passed: 2, failed: ['a', 'a'], skipped: 4 });
		expect(addCounts(NOTHING, one)).toEqual(one);
	});
});

describe("Vitest's report", () => {
	it('counts a file that could not be loaded as one failure', () => {
		const counts = countVitest(
			{
				testResults: [
					{ name: '/p/a.test.ts', status: 'failed', assertionResults: [] },
					{
						name: '/p/b.test.ts',
						status: 'failed',
						assertionResults: [
							{ fullName: 'holds', status: 'passed' },
							{ fullName: 'breaks', status: 'failed' },
							{ fullName: 'waits', status: 'skipped' }
						]
					}
				]
			},
			'/p/'
		);
		expect(counts).toEqual({ passed: 1, failed: ['a.test.ts', 'b.test.ts: breaks'], skipped: 1 });
	});
});

describe("Playwright's report", () => {
	it('counts the tests of suites within suites, and errors outside any test', () => {
		const counts = countPlaywright({
			suites: [
				{
					title: 'a.spec.ts',
					specs: [{ title: 'holds', tests: [{ status: 'expected' }] }],
					suites: [
						{
							title: 'on a phone',
							specs: [
								{ title: 'breaks', tests: [{ status: 'unexpected' }] },
								{ title: 'waits', tests: [{ status: 'skipped' }] }
							]
						}
					]
				}
			],
			errors: [{ message: 'no tests found' }]
		});
		expect(counts).toEqual({
			passed: 1,
			failed: ['a.spec.ts › on a phone › breaks', 'e2e: no tests found'],
			skipped: 1
		});
	});
});
