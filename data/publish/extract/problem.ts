import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import type { CheckResult } from '$lib/protect/audit';
import { checkName, checkSentence } from '$lib/protect/audit/words';
import type { PerturbationFault } from '$lib/protect/perturbation';

/** What stops an extract, beside what is wrong with the lists or the secret. */
export type ExtractProblem =
	| { kind: 'file_unreadable'; file: string }
	/** A row of the file of reporting, stages or perturbation cannot be understood. */
	| { kind: 'table_row'; file: string; row: number; column: string; expected: string }
	| { kind: 'perturbation'; file: string; fault: PerturbationFault }
	| { kind: 'priority_unknown'; found: string; known: readonly string[] }
	| { kind: 'priority_not_public'; found: string }
	/** No list says in which month anything happened. */
	| { kind: 'no_period' }
	| { kind: 'period_order'; from: string; until: string }
	| { kind: 'period_long'; months: number; most: number }
	| { kind: 'nobody' }
	| { kind: 'demo_secret' }
	| { kind: 'out_is_other'; folder: string }
	| { kind: 'out_is_file'; folder: string }
	| { kind: 'out_holds_file'; folder: string; file: string }
	| { kind: 'out_not_writable'; folder: string }
	| { kind: 'raw_inside_out'; folder: string }
	| { kind: 'raw_exists'; file: string }
	| { kind: 'raw_not_writable'; file: string }
	| { kind: 'report_inside_out'; folder: string }
	| { kind: 'report_not_writable'; folder: string }
	| { kind: 'audit'; checks: readonly CheckResult[] };

/** Thrown where an extract cannot be made; nothing has been written. */
export class ExtractFailure extends Error {
	override readonly name = 'ExtractFailure';

	constructor(readonly problem: ExtractProblem) {
		super(JSON.stringify(problem));
	}
}

export function fail(problem: ExtractProblem): never {
	throw new ExtractFailure(problem);
}

/** What happened and the way out, in the reader's language. */
export function describeExtractProblem(problem: ExtractProblem, locale: Locale): string {
	const at = { locale };
	const listed = (items: readonly (string | number)[]) =>
		new Intl.ListFormat(locale).format(items.map(String));
	switch (problem.kind) {
		case 'file_unreadable':
			return m.extract_problem_file_unreadable({ file: problem.file }, at);
		case 'table_row':
			return m.extract_problem_table_row({ ...problem, row: String(problem.row) }, at);
		case 'perturbation':
			return perturbationText(problem.file, problem.fault, locale);
		case 'priority_unknown':
			return m.extract_problem_priority_unknown(
				{ found: problem.found, known: listed(problem.known) },
				at
			);
		case 'priority_not_public':
			return m.extract_problem_priority_not_public({ found: problem.found }, at);
		case 'no_period':
			return m.extract_problem_no_period({}, at);
		case 'period_order':
			return m.extract_problem_period_order({ from: problem.from, until: problem.until }, at);
		case 'period_long':
			return m.extract_problem_period_long(
				{ months: String(problem.months), most: String(problem.most) },
				at
			);
		case 'nobody':
			return m.extract_problem_nobody({}, at);
		case 'demo_secret':
			return m.extract_problem_demo_secret({}, at);
		case 'out_is_other':
			return m.extract_problem_out_is_other({ folder: problem.folder }, at);
		case 'out_is_file':
			return m.extract_problem_out_is_file({ folder: problem.folder }, at);
		case 'out_not_writable':
			return m.extract_problem_out_not_writable({ folder: problem.folder }, at);
		case 'raw_inside_out':
			return m.extract_problem_raw_inside_out({ folder: problem.folder }, at);
		case 'raw_exists':
			return m.extract_problem_raw_exists({ file: problem.file }, at);
		case 'raw_not_writable':
			return m.extract_problem_raw_not_writable({ file: problem.file }, at);
		case 'out_holds_file':
			return m.extract_problem_out_holds_file({ folder: problem.folder, file: problem.file }, at);
		case 'report_inside_out':
			return m.extract_problem_report_inside_out({ folder: problem.folder }, at);
		case 'report_not_writable':
			return m.extract_problem_report_not_writable({ folder: problem.folder }, at);
		case 'audit':
			return [
				m.extract_problem_audit({}, at),
				...problem.checks.map(
					(check) =>
						`  ${check.id}. ${checkName(check.name, locale)}: ${checkSentence(check, locale)}`
				),
				m.extract_problem_audit_hint({}, at)
			].join('\n');
	}
}

function perturbationText(file: string, { fault, row }: PerturbationFault, locale: Locale): string {
	const at = { locale };
	const inRow = { file, row: String(row ?? '') };
	switch (fault) {
		case 'columns':
			return m.extract_problem_perturbation_columns({ file }, at);
		case 'number':
			return m.extract_problem_perturbation_number(inRow, at);
		case 'keys':
			return m.extract_problem_perturbation_keys({ file }, at);
		case 'gap':
			return m.extract_problem_perturbation_gap({ file }, at);
		case 'twice':
			return m.extract_problem_perturbation_twice(inRow, at);
		case 'negative':
			return m.extract_problem_perturbation_negative(inRow, at);
	}
}
