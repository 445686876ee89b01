import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
import { ArgumentError } from '../command/options';
import type { Streams } from '../command/streams';
import { parseArguments, type ExtractArguments } from './arguments';
import { helpText } from './help';
import type { ExtractJob, StageName } from './job';
import { makeExtract } from './make';
import { checkOut } from './paths';
import { privateFiles, privateReporter, type PrivateFiles } from './private-report';
import { describeExtractProblem, ExtractFailure, fail } from './problem';
import { progressTo, stageName } from './progress';
import { rowsText, summaryOf } from './summary';
import { readPerturbation, readReporting, readStages } from './table';

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
	const reference = loadReference();
	const regencies = new Set(
		reference.regions.filter(({ level }) => level === 'regency').map(({ code }) => code)
	);
	const { reporting, stages } = args;
	return {
		id: args.id,
		kind: 'computed',
		files: args.files,
		secret: await secretOf(args.secret, args.lang),
		reference,
		codes: args.codes,
		map,
		priority: args.priority,
		reporting: reporting === undefined ? [] : readReporting(reporting, regencies),
		stages: stages === undefined ? [] : readStages(stages, regencies),
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
	let files: PrivateFiles | null = null;
	let reporter: ReturnType<typeof privateReporter> | null = null;
	try {
		const args = parseArguments(argv);
		locale = args.lang;
		if (args.help) {
			streams.out(`${helpText(args.lang)}\n`);
			return 0;
		}
		checkOut(args.out, inputsOf(args));
		files = privateFiles(args.id, { ...args, firstList: args.files[0]?.file ?? '.' });
		const progress = progressTo(streams.err, { locale, terminal: streams.terminal ?? false });
		const job = await jobOf(args);
		reporter = privateReporter(files, locale);
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
		const report = reporter?.written() ?? null;
		const lines = [
			...(report && isNobody(error)
				? [rowsText({ files: report.files, refusedByRule: report.refused }, locale)]
				: []),
			wordsOf(error, step, locale),
			...(report && files ? reportLines(files, locale) : [])
		];
		streams.err(`${lines.join('\n')}\n`);
		return 1;
	}
}

/** Every file that a run reads: none of them may lie in the folder that it replaces. */
function inputsOf(args: ExtractArguments): string[] {
	const { files, secret, map, reporting, stages, perturbation } = args;
	const one = [secret, map, reporting, stages, perturbation].filter((file) => file !== undefined);
	return [...files.map(({ file }) => file), ...one];
}

function isNobody(error: unknown): boolean {
	return error instanceof ExtractFailure && error.problem.kind === 'nobody';
}

/** Where the person reads more, where the work ended without an extract. */
function reportLines(files: PrivateFiles, locale: Locale): string[] {
	const at = { locale };
	return [
		m.extract_summary_refused_file({ file: files.refused }, at),
		m.extract_problem_report_file({ file: files.report }, at)
	];
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
	if (isShortage(error)) return m.extract_problem_space({ folder: tmpdir() }, { locale });
	// Lists and tables tell of their own files; what is left is where something was to be written.
	if (isNodeError(error) && error.path !== undefined)
		return m.extract_problem_out_not_writable({ folder: error.path }, { locale });
	return m.extract_problem_unexpected({ step: stageName(step, locale) }, { locale });
}

function isStop(error: unknown): boolean {
	return (
		error instanceof Stopped || (error instanceof EngineError && error.problem.kind === 'aborted')
	);
}

/** Too little memory, or too little room for what does not fit into it. */
function isShortage(error: unknown): boolean {
	if (error instanceof EngineError) return error.problem.kind === 'out_of_memory';
	return error instanceof Error && /out of memory|no space left/i.test(error.message);
}

function isNodeError(error: unknown): error is NodeJS.ErrnoException {
	return error instanceof Error && 'code' in error;
}
