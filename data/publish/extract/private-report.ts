import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ExtractResult } from './job';
import { fail } from './problem';

/** Names of the two private files: what was linked, and which rows were refused. */
export interface PrivateFiles {
	report: string;
	refused: string;
}

/**
 * Where the private report goes: beside the first list, or where the person says, but never into
 * the folder that is going to be published.
 * @throws ExtractFailure
 */
export function privateFiles(
	id: string,
	{ out, report, firstList }: { out: string; report: string | undefined; firstList: string }
): PrivateFiles {
	const folder = path.resolve(report ?? path.dirname(firstList));
	const published = path.resolve(out);
	if (folder === published || folder.startsWith(published + path.sep))
		fail({ kind: 'report_inside_out', folder: out });
	try {
		mkdirSync(folder, { recursive: true });
	} catch {
		fail({ kind: 'report_not_writable', folder });
	}
	return {
		report: path.join(folder, `${id}.private-report.json`),
		refused: path.join(folder, `${id}.private-refused.csv`)
	};
}

/** What the office may know and nobody else: exact figures of the link, and the audit in full. */
export function privateReport(
	{ loaded, matches, seconds }: Pick<ExtractResult, 'loaded' | 'matches' | 'seconds'>,
	rest: object
): object {
	return {
		warning: 'Private: these figures are exact and not protected. Do not publish.',
		files: loaded.files,
		refused: loaded.refusedByRule,
		matches,
		...rest,
		seconds
	};
}

/** @throws ExtractFailure where it cannot be written */
export function writePrivate(file: string, content: object): void {
	try {
		writeFileSync(file, `${JSON.stringify(content, null, '\t')}\n`, { mode: 0o600 });
	} catch {
		fail({ kind: 'report_not_writable', folder: path.dirname(file) });
	}
}
