import type { DuckDBConnection } from '@duckdb/node-api';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EngineError } from '$lib/engine/errors';
import type { Locale } from '$lib/model';
import type { AuditReport } from '$lib/protect/audit';
import { writeRefused, type Loaded } from '../lists';
import { isWithin, realPlace } from '../secret/place';
import type { ExtractResult } from './job';
import type { Match } from './link-report';
import { canWriteIn } from './paths';
import { makeFolders } from '../work/folders';
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
	if (isWithin(realPlace(folder), realPlace(out))) fail({ kind: 'report_inside_out', folder: out });
	// It is made only when there is something to write.
	if (!canWriteIn(folder)) fail({ kind: 'report_not_writable', folder });
	return {
		report: path.join(folder, `${id}.private-report.json`),
		refused: path.join(folder, `${id}.private-refused.csv`)
	};
}

/** What the office may know and nobody else: exact figures of the link, and the audit's verdicts. */
export interface PrivateReport {
	warning: string;
	files: Loaded['files'];
	refused: Loaded['refusedByRule'];
	matches: readonly Match[];
	/** Null where the work ended before the audit did. */
	audit: AuditReport | null;
	/** Seconds of each stage; null where the work did not come to its end. */
	seconds: ExtractResult['seconds'] | null;
}

/**
 * Writes the private report as far as it is known, at each step: where the work fails or is stopped
 * after the lists were linked, the office still reads what was refused and which check failed.
 */
export function privateReporter(files: PrivateFiles, locale: Locale) {
	let report: PrivateReport = {
		warning: 'Private: these figures are exact and not protected. Do not publish.',
		files: [],
		refused: [],
		matches: [],
		audit: null,
		seconds: null
	};
	function write(more: Partial<PrivateReport>): PrivateReport {
		report = { ...report, ...more };
		try {
			makeFolders(path.dirname(files.report));
			// A file that is there keeps its mode: it is made anew, so that only its owner can read it.
			rmSync(files.report, { force: true });
			writeFileSync(files.report, `${JSON.stringify(report, null, '\t')}\n`, { mode: 0o600 });
		} catch {
			fail({ kind: 'report_not_writable', folder: path.dirname(files.report) });
		}
		return report;
	}
	return {
		async onLinked(
			connection: DuckDBConnection,
			loaded: Loaded,
			matches: readonly Match[]
		): Promise<void> {
			write({ files: loaded.files, refused: loaded.refusedByRule, matches });
			const names = loaded.files.map(({ file }) => file);
			try {
				rmSync(files.refused, { force: true });
				await writeRefused(connection, files.refused, names, locale);
			} catch (error) {
				if (error instanceof EngineError) throw error;
				fail({ kind: 'report_not_writable', folder: path.dirname(files.refused) });
			}
		},
		/** Whether the person has anything to read, and how many rows were refused for what. */
		written: () => (report.files.length > 0 ? report : null),
		onAudited: (audit: AuditReport) => void write({ audit }),
		finish: ({ manifest, seconds }: ExtractResult) => write({ audit: manifest.audit, seconds })
	};
}
