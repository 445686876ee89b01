import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { FolderTakenError } from '../../demo/folder';
import { type Demo, makeDemo } from '../../demo/make';
import { ArgumentError } from '../command/options';
import type { Streams } from '../command/streams';
import { type DemoCommand, parseArguments } from './arguments';
import { helpText, summaryOf } from './words';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

/** The path with every link in it followed, also where its last parts do not exist yet. */
function followed(folder: string): string {
	try {
		return realpathSync(folder);
	} catch {
		const above = path.dirname(folder);
		return above === folder ? folder : path.join(followed(above), path.basename(folder));
	}
}

/** Lists of people, though nobody's, have no place among the files of the project. */
function isInProject(folder: string): boolean {
	const inside = path.relative(followed(PROJECT), followed(path.resolve(folder)));
	return inside !== '..' && !inside.startsWith(`..${path.sep}`) && !path.isAbsolute(inside);
}

async function make(command: DemoCommand & { help: false }, streams: Streams): Promise<Demo> {
	const { lang, people, months, seed, out, regions, until } = command;
	const at = { locale: lang };
	if (isInProject(out)) throw new ArgumentError(m.demo_out_inside({ out }, at));
	try {
		return await makeDemo({
			people,
			months,
			seed,
			out,
			regions,
			until,
			signal: streams.signal,
			onProgress: ({ done, people: of }) => {
				const progress = { done: formatNumber(done, lang), people: formatNumber(of, lang) };
				streams.err(`${m.demo_progress(progress, at)}\n`);
			}
		});
	} catch (error) {
		if (streams.signal?.aborted) throw new ArgumentError(m.demo_stopped({}, at));
		if (error instanceof FolderTakenError) throw new ArgumentError(m.demo_out_taken({ out }, at));
		if (error instanceof Error && 'code' in error && typeof error.code === 'string')
			throw new ArgumentError(m.demo_out_not_writable({ out, code: error.code }, at));
		throw error;
	}
}

/**
 * `npm run demo`: makes the demo population.
 * @returns the exit code: 1 where the command line cannot be followed or nothing could be written
 */
export async function runDemo(argv: readonly string[], streams: Streams): Promise<0 | 1> {
	try {
		const command = parseArguments(argv);
		if (command.help) {
			streams.out(`${helpText(command.lang)}\n`);
			return 0;
		}
		const demo = await make(command, streams);
		if (command.json) streams.out(`${JSON.stringify(demo, null, '\t')}\n`);
		else streams.out(`${summaryOf(demo, command.out, command.lang)}\n`);
		return 0;
	} catch (error) {
		if (!(error instanceof ArgumentError)) throw error;
		streams.err(`${error.message}\n`);
		return 1;
	}
}
