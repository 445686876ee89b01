import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import { passed } from '$lib/protect/audit';
import { describeExtractProblem, ExtractFailure } from '../extract/problem';
import { readPerturbation } from '../extract/table';
import { ScanError } from '../scan/folder';
import { ArgumentError, languageOf } from '../command/options';
import type { Streams } from '../command/streams';
import { type AuditArguments, parseArguments } from './arguments';
import { auditExtract } from './extract';
import { AuditError, describeProblem } from './problem';
import { helpText, summaryOf } from './summary';

/** What went wrong, for the person; null for what is not theirs to mend. */
function told(error: unknown, locale: Locale): string | null {
	if (error instanceof ArgumentError) return error.message;
	if (error instanceof AuditError) return describeProblem(error.problem, locale);
	if (error instanceof ExtractFailure) return describeExtractProblem(error.problem, locale);
	if (error instanceof ScanError) return m.audit_problem_scan({ file: error.file }, { locale });
	if (error instanceof Error && error.name === 'AbortError') return m.audit_stopped({}, { locale });
	return null;
}

function tableOf({ perturbation }: AuditArguments) {
	if (perturbation === undefined) return undefined;
	const table = readPerturbation(perturbation);
	return { table, hash: createHash('sha256').update(readFileSync(perturbation)).digest('hex') };
}

/**
 * `npm run audit`: checks an extract and says what it found.
 * @returns the exit code: 1 where a check failed or the audit could not run
 */
export async function runAudit(argv: readonly string[], streams: Streams): Promise<0 | 1> {
	const locale = languageOf(argv);
	try {
		const args = parseArguments(argv);
		if (args.help) {
			streams.out(`${helpText(locale)}\n`);
			return 0;
		}
		let shown = -1;
		const onProgress = (share: number) => {
			const percent = Math.floor(share * 100);
			if (streams.terminal !== true || percent === shown) return;
			shown = percent;
			const text = `${formatNumber(percent, locale)}%`;
			streams.err(
				`\r${m.audit_progress({ share: text }, { locale })}${percent === 100 ? '\n' : ''}`
			);
		};
		const { report } = await auditExtract(args.folder, {
			raw: args.raw,
			table: tableOf(args),
			blocks: args.everyBlock ? 'every' : undefined,
			onProgress,
			signal: streams.signal
		});
		streams.out(
			args.json
				? `${JSON.stringify(report, null, '\t')}\n`
				: `${summaryOf(args.folder, report, locale)}\n`
		);
		return passed(report) ? 0 : 1;
	} catch (error) {
		const text = told(error, locale);
		if (text === null) throw error;
		streams.err(`${text}\n`);
		return 1;
	}
}
