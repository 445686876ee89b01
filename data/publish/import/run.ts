import path from 'node:path';
import { m } from '$lib/i18n/paraglide/messages';
import type { Figure, Locale } from '$lib/model';
import {
	type FileMap,
	type FileProblem,
	type FileReport,
	type Note,
	ReadError,
	describeProblem,
	near,
	nothingKept,
	parseMap,
	problem,
	readOfficial,
	reportOf,
	reportOfProblem
} from '$lib/read';
import { createResolver } from '$lib/read/region';
import { loadReference } from '../../reference/load';
import { ArgumentError } from '../command/options';
import type { Streams } from '../command/streams';
import { type ImportArguments, parseArguments } from './arguments';
import { helpText } from './help';
import { openFile } from './open';
import { summaryOf } from './summary';
import { tidyCsv, writeWhole } from './tidy';

/** What stands in `source_id` where no source was named. The build refuses it. */
const UNSTATED = 'unstated';

interface Outcome {
	report: FileReport;
	figures: Figure[];
	notes: Note[];
}

type Reference = ReturnType<typeof loadReference>;

function stop(why: FileProblem, locale: Locale): never {
	const { message, hint } = describeProblem(why, locale);
	throw new ArgumentError(`${message} ${hint}`);
}

async function mapOf(args: ImportArguments): Promise<FileMap | undefined> {
	if (args.map === undefined) return undefined;
	const opened = await openFile(args.map);
	if (!opened.ok) return stop(opened.problem, args.lang);
	try {
		return parseMap(new TextDecoder().decode(opened.bytes));
	} catch (error) {
		if (error instanceof ReadError) return stop(error.problem, args.lang);
		throw error;
	}
}

function checkNames(args: ImportArguments, reference: Reference): void {
	const { indicator, source, lang } = args;
	const indicators = reference.indicators.map(({ id }) => id);
	if (indicator !== undefined && !indicators.includes(indicator))
		stop(problem('indicator_undeclared', indicator, near(indicator, indicators)), lang);
	const sources = reference.sources.map(({ id }) => id);
	if (source !== undefined && !sources.includes(source))
		stop(problem('source_undeclared', source, near(source, sources)), lang);
}

/** A reader of files with one reference and one command line. */
function readerFor(args: ImportArguments, reference: Reference, map: FileMap | undefined) {
	const resolver = createResolver(reference);
	const declared = new Map(reference.indicators.map(({ id, unit }) => [id, unit]));
	const names = new Map(reference.regions.map(({ code, name }) => [code, name]));
	const { lang } = args;
	return async (file: string): Promise<Outcome> => {
		const opened = await openFile(file);
		const result = opened.ok
			? await readOfficial(opened.bytes, {
					fileName: path.basename(file),
					resolver,
					regions: reference.regions,
					declared,
					indicator: args.indicator,
					codes: args.codes,
					map,
					sourceId: args.source ?? UNSTATED
				})
			: opened;
		if (!result.ok)
			return { report: reportOfProblem(file, result.problem, lang), figures: [], notes: [] };
		const { reading } = result;
		const report = reportOf(file, reading, (code) => names.get(code) ?? code, lang);
		return { report, figures: reading.figures, notes: reading.notes };
	};
}

/**
 * `npm run import`: reads each file, reports, and writes tidy rows.
 * @returns the exit code: 1 where nothing of a file could be read, or nothing could be written
 */
export async function runImport(argv: readonly string[], streams: Streams): Promise<0 | 1> {
	try {
		const args = parseArguments(argv);
		if (args.help) {
			streams.out(`${helpText(args.lang)}\n`);
			return 0;
		}
		const reference = loadReference();
		checkNames(args, reference);
		const read = readerFor(args, reference, await mapOf(args));
		const outcomes: Outcome[] = [];
		for (const file of args.files) outcomes.push(await read(file));
		return await report(args, outcomes, streams);
	} catch (error) {
		if (!(error instanceof ArgumentError)) throw error;
		streams.err(`${error.message}\n`);
		return 1;
	}
}

async function report(
	args: ImportArguments,
	outcomes: readonly Outcome[],
	streams: Streams
): Promise<0 | 1> {
	const at = { locale: args.lang };
	const failed = outcomes.some(({ report: one }) => nothingKept(one, args.lang) !== null);
	const figures = outcomes.flatMap((outcome) => outcome.figures);
	if (args.json)
		streams.out(
			`${JSON.stringify(
				outcomes.map((one) => one.report),
				null,
				'\t'
			)}\n`
		);
	for (const outcome of outcomes) {
		const nothing = nothingKept(outcome.report, args.lang);
		if (!args.json)
			streams.err(
				`${summaryOf(outcome.report, outcome.figures.length, outcome.notes, args.lang)}\n`
			);
		else if (nothing !== null) streams.err(`${outcome.report.file}: ${nothing}\n`);
	}
	if (args.check) return failed ? 1 : 0;
	if (args.source === undefined && figures.length > 0 && !(args.json && args.out === undefined))
		streams.err(`${m.read_summary_sourceless({}, at)}\n`);
	if (args.out === undefined) {
		if (!args.json && figures.length > 0) streams.out(tidyCsv(figures));
		return failed ? 1 : 0;
	}
	if (failed) {
		streams.err(`${m.read_summary_not_written({ file: args.out }, at)}\n`);
		return 1;
	}
	try {
		await writeWhole(args.out, tidyCsv(figures));
	} catch {
		streams.err(`${m.read_command_not_writable({ file: args.out }, at)}\n`);
		return 1;
	}
	const written = { count: String(figures.length), file: args.out };
	streams.err(`${m.read_summary_written(written, at)}\n`);
	return 0;
}
