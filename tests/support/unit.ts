import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT, runTool } from '../../data/site/tool';
import { addCounts, countVitest, NOTHING, type Counts, type VitestReport } from './counts';

/** The tests of the library, the data and the command line, by Vitest. */
export async function unit(folder: string): Promise<Counts> {
	const file = path.join(folder, 'vitest.json');
	const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const { code } = await runTool('vitest', args, { show: true });
	if (!existsSync(file)) return { ...NOTHING, failed: ['unit: vitest ended without a report'] };
	const counts = countVitest(JSON.parse(readFileSync(file, 'utf8')) as VitestReport, PROJECT);
	// An error outside a test (a promise nobody awaited) fails the run and no test.
	const unexplained = code !== 0 && counts.failed.length === 0;
	return unexplained
		? addCounts(counts, { ...NOTHING, failed: [`unit: vitest ended with ${code}`] })
		: counts;
}
