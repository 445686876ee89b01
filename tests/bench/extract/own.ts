import { loadReference } from '../../../data/reference/load';
import { literal } from '$lib/engine/quote';
import { makeExtract } from '../../../data/publish/extract/make';
import { readReporting, readStages } from '../../../data/publish/extract/table';
import { demoSecret } from '../../../data/publish/secret/demo';
import { createMeter } from './meter';
import type { OwnResult, OwnStep, Task } from './tasks';

/** A day after the last month of the lists. */
const TODAY = '2026-01-01';

/** Our own way, from the lists to the extract, by the same function as `npm run extract`. */
export async function runOwn(task: Extract<Task, { kind: 'own' }>): Promise<OwnResult> {
	const { lists, from, until, seed, out, raw, refused, blocks } = task;
	const meter = createMeter<OwnStep>();
	let writing = 0;
	const { loaded } = await makeExtract({
		id: 'bench',
		kind: 'demo',
		files: (['beneficiaries', 'members', 'activities'] as const).map((list) => ({
			list,
			file: lists[list]
		})),
		secret: demoSecret(seed),
		reference: loadReference(),
		priority: [],
		reporting: readReporting(lists.reporting),
		stages: readStages(lists.stages),
		from,
		until,
		out,
		raw,
		blocks,
		publisher: '',
		licence: 'CC0-1.0',
		today: TODAY,
		onLinked: async (connection) => {
			meter.next(null);
			await connection.run(`COPY refused TO ${literal(refused)} (FORMAT parquet)`);
		},
		onProgress: ({ stage, share }) => {
			process.send?.({ progress: stage, share });
			if (share === 1) meter.next(null);
			if (share !== 0) return;
			if (stage !== 'write') return meter.next(stage);
			// Told once before cells are protected, and again before the first file is written.
			writing += 1;
			if (writing <= 2) meter.next(writing === 1 ? 'protect' : 'write');
		}
	});
	const sum = (field: 'rows' | 'refused') =>
		loaded.files.reduce((total, file) => total + file[field], 0);
	return {
		steps: meter.stop(),
		peak: process.resourceUsage().maxRSS * 1024,
		rows: sum('rows'),
		refused: sum('refused')
	};
}
