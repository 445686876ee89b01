import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { check } from './support/check';
import { addCounts, lastLine, NOTHING, type Counts } from './support/counts';
import { endToEnd } from './support/end-to-end';
import { siteBuild } from './support/site-build';
import { unit } from './support/unit';

/**
 * `npm test`: everything that must hold, in the order in which it is cheapest to hear that it does
 * not. Named steps alone: `tsx tests/run.ts check e2e`. Each step counts what passed and what
 * failed; one that breaks is itself a failure with its name.
 */
export interface Step {
	name: string;
	run: (folder: string) => Promise<Counts>;
}

const STEPS: readonly Step[] = [
	{ name: 'check', run: check },
	{ name: 'unit', run: unit },
	{ name: 'build', run: siteBuild },
	{ name: 'e2e', run: endToEnd }
];
/** What a step cannot do without, where it is asked for alone. */
const NEEDS: Readonly<Record<string, string>> = { e2e: 'build' };

function chosen(names: readonly string[]): readonly Step[] {
	if (names.length === 0) return STEPS;
	const unknown = names.filter((name) => STEPS.every((step) => step.name !== name));
	if (unknown.length > 0)
		throw new Error(`no step ${unknown.join(', ')}: ${STEPS.map((step) => step.name).join(', ')}`);
	const wanted = new Set(names.flatMap((name) => [name, NEEDS[name] ?? name]));
	return STEPS.filter((step) => wanted.has(step.name));
}

async function runStep(step: Step, folder: string): Promise<Counts> {
	const began = performance.now();
	process.stdout.write(`\n== ${step.name}\n`);
	let counts: Counts;
	try {
		counts = await step.run(folder);
	} catch (error) {
		counts = { ...NOTHING, failed: [`${step.name}: ${String(error)}`] };
	}
	const seconds = ((performance.now() - began) / 1000).toFixed(0);
	process.stdout.write(`== ${step.name}: ${lastLine(counts)} (${seconds} s)\n`);
	return counts;
}

async function main(names: readonly string[]): Promise<void> {
	const folder = mkdtempSync(path.join(tmpdir(), 'pantau-sejahtera-'));
	let total = NOTHING;
	try {
		for (const step of chosen(names)) {
			const counts = await runStep(step, folder);
			total = addCounts(total, counts);
			// Pages that were not built cannot be walked: the failure would only be told a hundred times.
			if (step.name === 'build' && counts.failed.length > 0) break;
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	if (total.failed.length > 0)
		process.stdout.write(`\nFailed:\n${total.failed.map((name) => `  ${name}\n`).join('')}`);
	process.stdout.write(`\n${lastLine(total)}\n`);
	process.exitCode = total.failed.length > 0 || total.passed === 0 ? 1 : 0;
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.stdout.write('\n0 passed, 1 failed\n');
	process.exitCode = 1;
});
