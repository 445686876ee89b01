import { version } from '@duckdb/node-api';
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseMonth } from '$lib/model';
import { makeDemo } from '../../demo/make';
import { loadReference } from '../../reference/load';
import { fingerprint } from '../../site/fingerprint';
import { PROJECT } from '../../site/tool';
import type { ExtractResult, JobProgress } from '../extract/job';
import { makeExtract } from '../extract/make';
import { readReporting, readStages } from '../extract/table';
import { isCurrent } from '../published/fingerprint';
import { demoSecret } from '../secret/demo';

/** The made-up people of the bundled demo extract. */
export interface DemoSize {
	people: number;
	months: number;
	seed: string;
}

const SITE_DEMO: DemoSize = { people: 400_000, months: 24, seed: '1' };

/** What the demo extract is made from: another word in a message does not make it anew. */
const MADE_FROM = [
	'data/demo',
	'data/reference',
	...['audit', 'count', 'demo', 'extract', 'lists', 'scan', 'secret', 'work', 'write'].map(
		(room) => `data/publish/${room}`
	),
	...['engine', 'lists', 'model', 'protect', 'read'].map((room) => `src/lib/${room}`)
];

/** A day after the demo's last month, always the same one. */
const TODAY = '2026-01-01';

export interface DemoExtractOptions {
	out: string;
	/** Builds even where nothing changed. */
	force?: boolean | undefined;
	size?: DemoSize | undefined;
	onProgress?: ((progress: JobProgress | { stage: 'people'; share: number }) => void) | undefined;
	signal?: AbortSignal | undefined;
}

function inputsOf(size: DemoSize): string {
	const made = fingerprint(PROJECT, MADE_FROM);
	return createHash('sha256')
		.update(JSON.stringify([version(), size, made]))
		.digest('hex');
}

/**
 * Builds the demo extract: makes the lists in a private folder, takes them the whole way that real
 * lists go, and removes them. Kept by the hash of what it is made from.
 */
export async function buildDemoExtract(
	options: DemoExtractOptions
): Promise<{ kind: 'unchanged' } | ({ kind: 'built' } & ExtractResult)> {
	const { size = SITE_DEMO, out, force = false } = options;
	const inputs = inputsOf(size);
	if (!force && isCurrent(out, inputs)) return { kind: 'unchanged' };
	const folder = mkdtempSync(path.join(tmpdir(), 'pantau-sejahtera-demo-'));
	chmodSync(folder, 0o700);
	const remove = () => rmSync(folder, { recursive: true, force: true });
	process.once('exit', remove);
	try {
		return { kind: 'built', ...(await build(options, size, inputs, folder)) };
	} finally {
		process.off('exit', remove);
		remove();
	}
}

async function build(
	{ out, signal, onProgress }: DemoExtractOptions,
	size: DemoSize,
	inputs: string,
	folder: string
): Promise<ExtractResult> {
	const { files, truth } = await makeDemo({
		...size,
		out: path.join(folder, 'lists'),
		regions: 'priority',
		signal,
		onProgress: ({ done, people }) => onProgress?.({ stage: 'people', share: done / people })
	});
	return makeExtract({
		id: 'demo',
		kind: 'demo',
		files: (['beneficiaries', 'members', 'activities'] as const).map((list) => ({
			list,
			file: files[list]
		})),
		secret: demoSecret(size.seed),
		reference: loadReference(),
		priority: [],
		reporting: readReporting(files.reporting),
		stages: readStages(files.stages),
		from: parseMonth(truth.first) ?? undefined,
		until: parseMonth(truth.last) ?? undefined,
		out,
		publisher: '',
		licence: 'CC0-1.0',
		inputs,
		today: TODAY,
		onProgress,
		signal
	});
}
