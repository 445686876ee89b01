/** What a step of the tests found. Failures are names, so that the end can say which. */
export interface Counts {
	passed: number;
	failed: readonly string[];
	skipped: number;
}

export const NOTHING: Counts = { passed: 0, failed: [], skipped: 0 };

export function addCounts(a: Counts, b: Counts): Counts {
	return {
		passed: a.passed + b.passed,
		failed: [...a.failed, ...b.failed],
		skipped: a.skipped + b.skipped
	};
}

/** `N passed, N failed`, and `, N skipped` where there are any: what machines read. */
export function lastLine({ passed, failed, skipped }: Counts): string {
	return `${passed} passed, ${failed.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** The part of Vitest's JSON report that counts are taken from. */
export interface VitestReport {
	testResults: readonly {
		name: string;
		status: string;
		message?: string;
		assertionResults: readonly { fullName: string; status: string }[];
	}[];
}

export function countVitest(report: VitestReport, top: string): Counts {
	const failed: string[] = [];
	let passed = 0;
	let skipped = 0;
	for (const { name, status, assertionResults } of report.testResults) {
		const file = name.replace(top, '');
		const before = failed.length;
		for (const test of assertionResults)
			if (test.status === 'passed') passed += 1;
			else if (test.status === 'failed') failed.push(`${file}: ${test.fullName}`);
			else skipped += 1;
		// A file that cannot be loaded has no tests to fail.
		if (status === 'failed' && failed.length === before) failed.push(file);
	}
	return { passed, failed, skipped };
}

/** The part of Playwright's JSON report that counts are taken from. */
export interface PlaywrightReport {
	suites: readonly PlaywrightSuite[];
	errors: readonly { message?: string }[];
}

interface PlaywrightSuite {
	title: string;
	suites?: readonly PlaywrightSuite[];
	specs?: readonly { title: string; tests: readonly { status: string }[] }[];
}

function countSuite(suite: PlaywrightSuite, above: string): Counts {
	const path = above === '' ? suite.title : `${above} › ${suite.title}`;
	const own = (suite.specs ?? []).flatMap((spec) =>
		spec.tests.map(({ status }): Counts => {
			if (status === 'expected') return { ...NOTHING, passed: 1 };
			if (status === 'skipped') return { ...NOTHING, skipped: 1 };
			return { ...NOTHING, failed: [`${path} › ${spec.title}`] };
		})
	);
	const below = (suite.suites ?? []).map((child) => countSuite(child, path));
	return [...own, ...below].reduce(addCounts, NOTHING);
}

export function countPlaywright({ suites, errors }: PlaywrightReport): Counts {
	const tests = suites.map((suite) => countSuite(suite, '')).reduce(addCounts, NOTHING);
	const broken = errors.map(({ message }) => `e2e: ${message ?? 'stopped without a reason'}`);
	return addCounts(tests, { ...NOTHING, failed: broken });
}
