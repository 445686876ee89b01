import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { m } from '$lib/i18n/paraglide/messages';
import { EngineError } from '$lib/engine/errors';
import { ListError, problemText } from '$lib/lists';
import type { Locale } from '$lib/model';
import { loadReference } from '../../reference/load';
import { readListMap } from '../lists';
import { isDemoSecret } from '../secret/demo';
import { describeSecretProblem } from '../secret/problem';
import { readSecret } from '../secret/read';
import { Stopped } from '../work/workspace';
import { ArgumentError, parseArguments, type ExtractArguments } from './arguments';
import { helpText } from './help';
import type { ExtractJob, StageName } from './job';
import { makeExtract } from './make';
import { privateFiles, privateReporter } from './private-report';
import { describeExtractProblem, ExtractFailure, fail } from './problem';
import { progressTo } from './progress';
import { summaryOf } from './summary';
import { readPerturbation, readReporting, readStages } from './table';

/** Where a run writes to, and what stops it. */
export interface Streams {
	out: (text: string) => void;
	err: (text: string) => void;
	/** Whether `err` is a terminal, on which a line can be drawn anew. */
	terminal: boolean;
	signal: AbortSignal;
}

async function secretOf(file: string, locale: Locale): Promise<Uint8Array> {
	const read = await readSecret(file);
	if (!read.ok) throw new ArgumentError(describeSecretProblem(read.problem, file, locale));
	if (isDemoSecret(read.secret)) fail({ kind: 'demo_secret' });
	return read.secret;
}

function perturbationOf(file: string | undefined): ExtractJob['perturbation'] {
	if (file === undefined) return undefined;
	const table = readPerturbation(file);
	const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
	return { name: path.basename(file), hash, table };
}

async function jobOf(args: ExtractArguments): Promise<ExtractJob> {
	const map = args.map === undefined ? undefined : await readListMap(args.map);
	return {
		id: args.id,
		kind: 'computed',
		files: args.files,
		secret: await secretOf(args.secret, args.lang),
		reference: loadReference(),
		codes: args.codes,
		map,
		priority: args.priority,
		reporting: args.reporting === undefined ? [] : readReporting(args.reporting),
		stages: args.stages === undefined ? [] : readStages(args.stages),
		from: args.from,
		until: args.until,
		out: args.out,
		raw: args.raw,
		publisher: args.publisher,
		licence: args.licence,
		perturbation: perturbationOf(args.perturbation),
		blocks: args.everyBlock ? 'every' : undefined,
		today: new Date().toISOString().slice(0, 10)
	};
}

/**
 * `npm run extract`: from an office's lists to a protected extract.
 * @returns the exit code: 1 where nothing was written
 */
export async function runExtract(argv: readonly string[], streams: Streams): Promise<0 | 1> {
	let locale: Locale = 'id';
	let step: StageName = 'read';
	try {
		const args = parseArguments(argv);
		locale = args.lang;
		if (args.help) {
			streams.out(`${helpText(args.lang)}\n`);
			return 0;
		}
		const files = privateFiles(args.id, { ...args, firstList: args.files[0]?.file ?? '.' });
		const progress = progressTo(streams.err, { locale, terminal: streams.terminal });
		const job = await jobOf(args);
		const reporter = privateReporter(files, locale);
		const result = await makeExtract({
			...job,
			onLinked: reporter.onLinked,
			onAudited: reporter.onAudited,
			signal: streams.signal,
			onProgress: (at) => {
				step = at.stage;
				progress.tell(at);
			}
		}).finally(progress.end);
		const report = reporter.finish(result);
		if (args.json) streams.out(`${JSON.stringify(report, null, '\t')}\n`);
		streams.err(`${summaryOf(args, files, result)}\n`);
		return 0;
	} catch (error) {
		streams.err(`${wordsOf(error, step, locale)}\n`);
		return 1;
	}
}

/** What went wrong, in the reader's language. Never the words of the database: they may quote a cell. */
function wordsOf(error: unknown, step: StageName, locale: Locale): string {
	if (error instanceof ArgumentError) return error.message;
	if (error instanceof ExtractFailure) return describeExtractProblem(error.problem, locale);
	if (error instanceof ListError) {
		const { message, hint } = problemText(error.problem, locale);
		return `${message} ${hint}`;
	}
	if (isStop(error)) return m.extract_stopped({}, { locale });
	if (isNodeError(error) && ['EACCES', 'ENOSPC', 'EROFS', 'EPERM'].includes(error.code ?? ''))
		return m.extract_problem_out_not_writable({ folder: error.path ?? '' }, { locale });
	return m.extract_problem_unexpected({ step }, { locale });
}

function isStop(error: unknown): boolean {
	return (
		error instanceof Stopped || (error instanceof EngineError && error.problem.kind === 'aborted')
	);
}

function isNodeError(error: unknown): error is NodeJS.ErrnoException {
	return error instanceof Error && 'code' in error;
}
