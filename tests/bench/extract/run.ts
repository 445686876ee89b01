import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeDemo } from '../../../data/demo/make';
import { chooseLists, placesOf } from '../../../data/publish/extract/places';
import { readReporting } from '../../../data/publish/extract/table';
import { loadReference } from '../../../data/reference/load';
import { bytesOf } from './bytes';
import { inProcess } from './process';
import { agreementText, bytesText, coreText, errorsText, timesText } from './report';
import type { BenchLists, Task } from './tasks';

const SEED = '1';
const LAST_MONTH = 2025 * 12 + 11;
/** People and months of the extract whose bytes are looked at: every regency, two years. */
const CORE = { people: 1_000_000, months: 24 };

const USE = `npm run bench -- extract [--people N[,N]] [--months N] [--blocks N] [--no-times] [--no-core]
  --people   how many people, one run each (1000000; 10000000 takes a quarter of an hour)
  --months   12
  --blocks   how many blocks the audit attacks at least, as in npm run extract
  --no-times leaves out those runs
  --no-core  leaves out the bytes of 514 regencies over 24 months`;

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}

const load = () =>
	`load ${loadavg()
		.map((one) => one.toFixed(1))
		.join(' ')}`;

/** Shows where a step is, on the same line where somebody watches. */
function show(what: string) {
	let shown = '';
	return (step: string, share: number) => {
		const text = `${what}: ${step} ${String(Math.floor(share * 100))}%`;
		if (!process.stdout.isTTY || text === shown) return;
		shown = text;
		process.stdout.write(`\r\x1b[K${text}${share === 1 ? '\r\x1b[K' : ''}`);
	};
}

interface Run {
	lists: BenchLists;
	from: number;
	folder: string;
	own: Extract<Task, { kind: 'own' }>;
}

/** Makes the lists, and takes them our own way. */
async function makeRun(
	folder: string,
	{ people, months, blocks }: { people: number; months: number; blocks: number | undefined }
): Promise<Run> {
	mkdirSync(folder);
	const progress = show('lists');
	const { files } = await makeDemo({
		people,
		months,
		seed: SEED,
		regions: 'all',
		out: path.join(folder, 'lists'),
		onProgress: ({ done }) => progress('people', done / people)
	});
	const from = LAST_MONTH - months + 1;
	const own = {
		kind: 'own' as const,
		lists: files,
		from,
		until: LAST_MONTH,
		seed: SEED,
		out: path.join(folder, 'extract'),
		raw: path.join(folder, 'raw.duckdb'),
		refused: path.join(folder, 'refused.parquet'),
		blocks
	};
	return { lists: files, from, folder, own };
}

/** Times, memory, agreement with bare SQL, bytes and errors for one number of people. */
async function measure(
	folder: string,
	options: { people: number; months: number; blocks: number | undefined }
): Promise<void> {
	const { people, months } = options;
	say(`\n${people.toLocaleString('en')} people × ${months} months, all regencies (${load()})`);
	const { lists, from, own } = await makeRun(folder, options);
	const ours = await inProcess(own, folder, show('this'));
	say(
		`  ${ours.rows.toLocaleString('en')} rows, ${ours.refused.toLocaleString('en')} refused (${load()})`
	);
	await inProcess(
		{ kind: 'clean', lists, refused: own.refused, folder },
		folder,
		show('clean lists for bare SQL')
	);
	const reference = loadReference();
	const regencies = [...new Set(readReporting(lists.reporting).map(({ region }) => region))].sort();
	const cells = path.join(folder, 'bare.duckdb');
	const bare = await inProcess(
		{
			kind: 'bare',
			folder,
			from,
			until: LAST_MONTH,
			places: placesOf(regencies, chooseLists(reference, [], regencies)),
			cells
		},
		folder,
		show('bare')
	);
	say(timesText(ours, bare));
	const { raw, out } = own;
	const agreed = await inProcess({ kind: 'compare', raw, cells }, folder, show('compare'));
	say(agreementText(agreed));
	// Times of two ways that do not count the same people say nothing.
	if (agreed.some(({ different }) => different > 0)) process.exitCode = 1;
	say(bytesText(bytesOf(out)));
	say(errorsText(await inProcess({ kind: 'errors', raw, out }, folder, show('errors'))));
}

async function measureCore(folder: string, blocks: number | undefined): Promise<void> {
	say(
		`\nBytes of 514 regencies × ${CORE.months} months (${CORE.people.toLocaleString('en')} people)`
	);
	const { own } = await makeRun(folder, { ...CORE, blocks });
	await inProcess(own, folder, show('this'));
	say(bytesText(bytesOf(own.out)));
	say(coreText(await inProcess({ kind: 'core', out: own.out, folder }, folder, show('core'))));
}

function numberOf(text: string): number {
	const value = Number(text.replaceAll('_', ''));
	if (!Number.isInteger(value) || value < 1) throw new Error(`not a number: ${text}\n${USE}`);
	return value;
}

/** `npm run bench -- extract`: everything that is made on the way is removed, also when stopped. */
export async function benchExtract(argv: readonly string[]): Promise<void> {
	const { values } = parseArgs({
		args: [...argv],
		options: {
			people: { type: 'string', default: '1000000' },
			months: { type: 'string', default: '12' },
			blocks: { type: 'string' },
			times: { type: 'boolean', default: true },
			core: { type: 'boolean', default: true },
			help: { type: 'boolean', default: false }
		},
		allowNegative: true
	});
	if (values.help) {
		say(USE);
		return;
	}
	const months = numberOf(values.months);
	const blocks = values.blocks === undefined ? undefined : numberOf(values.blocks);
	const folder = mkdtempSync(path.join(tmpdir(), 'pantau-sejahtera-bench-'));
	chmodSync(folder, 0o700);
	const remove = () => rmSync(folder, { recursive: true, force: true });
	process.once('exit', remove);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
	try {
		say(`From lists to an extract, on ${String(cpus().length)} cores (${load()})`);
		const sizes = values.times ? values.people.split(',').map(numberOf) : [];
		for (const people of sizes) {
			const own = path.join(folder, String(people));
			await measure(own, { people, months, blocks });
			rmSync(own, { recursive: true });
		}
		if (values.core) await measureCore(path.join(folder, 'core'), blocks);
	} finally {
		remove();
	}
}
