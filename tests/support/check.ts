import { runTool } from '../../data/site/tool';
import { addCounts, NOTHING, type Counts } from './counts';

/** What `npm run check` holds: types, rules, layout, and that nothing lies about unused. */
const TOOLS: readonly (readonly [name: string, args: readonly string[]])[] = [
	['svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human']],
	['eslint', ['.', '--max-warnings', '0']],
	['prettier', ['--check', '--log-level', 'warn', '.']],
	['knip', ['--no-progress', '--no-config-hints']]
];

async function runOne(name: string, args: readonly string[]): Promise<Counts> {
	const began = performance.now();
	const { code, output } = await runTool(name, args, { env: { NO_COLOR: '1' } });
	const seconds = ((performance.now() - began) / 1000).toFixed(0);
	process.stdout.write(`  ${name} ${code === 0 ? 'ok' : 'FAILED'} (${seconds} s)\n`);
	if (code === 0) return { ...NOTHING, passed: 1 };
	process.stdout.write(`${output.trimEnd()}\n`);
	return { ...NOTHING, failed: [`check: ${name}`] };
}

/** Two at a time: each of them uses one core. */
export async function check(): Promise<Counts> {
	const waiting = [...TOOLS];
	let total = NOTHING;
	const worker = async () => {
		for (let tool = waiting.shift(); tool; tool = waiting.shift()) {
			const counts = await runOne(...tool);
			total = addCounts(total, counts);
		}
	};
	await Promise.all([worker(), worker()]);
	return total;
}
