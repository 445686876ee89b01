import path from 'node:path';
import { m } from '$lib/i18n/paraglide/messages';
import { createResolver } from '$lib/read/region';
import { loadReference } from '../../reference/load';
import { writeWhole } from '../import/tidy';
import { ArgumentError, languageOf } from '../command/options';
import type { Streams } from '../command/streams';
import { type BoundaryArguments, parseArguments } from './arguments';
import { findColumns } from './columns';
import { helpText } from './help';
import { joinShapes } from './join';
import { openShapes } from './open';
import { BoundaryError, describeBoundaryError } from './problem';
import { type BoundaryReport, reportOf, summaryOf } from './report';
import { simplifyRegions } from './simplify';

/**
 * `npm run boundaries`: makes the boundary file of the site from one of whoever runs it, and says what
 * joined, what did not, and how large it is.
 * @returns the exit code: 1 where nothing was written
 */
export async function runBoundaries(argv: readonly string[], streams: Streams): Promise<0 | 1> {
	const locale = languageOf(argv);
	try {
		const args = parseArguments(argv);
		if (args.help) {
			streams.out(`${helpText(locale)}\n`);
			return 0;
		}
		const report = await make(args);
		if (args.json) streams.out(`${JSON.stringify(report, null, '\t')}\n`);
		else {
			streams.err(`${summaryOf(report, locale)}\n`);
			streams.err(`${m.boundaries_report_written({ file: args.out }, { locale })}\n`);
		}
		return 0;
	} catch (error) {
		if (error instanceof ArgumentError) streams.err(`${error.message}\n`);
		else if (error instanceof BoundaryError)
			streams.err(`${describeBoundaryError(error, locale)}\n`);
		else throw error;
		return 1;
	}
}

async function make(args: BoundaryArguments): Promise<BoundaryReport> {
	const { file, out, lang } = args;
	try {
		const { shapes, empty } = await openShapes(file, args.layer);
		const reference = loadReference();
		const resolver = createResolver(reference);
		const columns = findColumns(shapes, args, { resolver, reference });
		const regencies = reference.regions.filter(({ level }) => level === 'regency');
		const joined = joinShapes(shapes, columns, resolver, regencies);
		const made = simplifyRegions(joined.regions, args.source ?? path.basename(file));
		const features = shapes.length + empty.length;
		await write(out, made.text);
		return reportOf({ file, out, features, empty, columns }, joined, made, lang);
	} catch (error) {
		throw error instanceof BoundaryError && error.place.file === '' ? error.of(file) : error;
	}
}

async function write(out: string, text: string): Promise<void> {
	try {
		await writeWhole(out, text);
	} catch (error) {
		throw new BoundaryError('not_writable', { file: out }, { cause: error });
	}
}
