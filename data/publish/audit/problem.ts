import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';

/** Why an audit cannot begin. */
export type AuditProblem =
	| { kind: 'folder_missing'; folder: string }
	| { kind: 'manifest_missing'; folder: string }
	| { kind: 'manifest_bad'; folder: string }
	| { kind: 'manifest_newer'; folder: string }
	| { kind: 'not_from_lists'; folder: string }
	| { kind: 'file_missing' | 'file_damaged' | 'file_unreadable'; file: string }
	| { kind: 'raw_missing' | 'raw_unreadable'; file: string }
	| { kind: 'raw_without'; file: string; table: string }
	| { kind: 'table_needed' | 'table_other' };

/** Thrown where an audit cannot begin; {@link describeProblem} says it in the reader's language. */
export class AuditError extends Error {
	override readonly name = 'AuditError';
	constructor(readonly problem: AuditProblem) {
		super(problem.kind);
	}
}

export function stop(problem: AuditProblem): never {
	throw new AuditError(problem);
}

export function describeProblem(problem: AuditProblem, locale: Locale): string {
	const at = { locale };
	switch (problem.kind) {
		case 'folder_missing':
			return m.audit_problem_folder_missing({ folder: problem.folder }, at);
		case 'manifest_missing':
			return m.audit_problem_manifest_missing({ folder: problem.folder }, at);
		case 'manifest_bad':
			return m.audit_problem_manifest_bad({ folder: problem.folder }, at);
		case 'manifest_newer':
			return m.audit_problem_manifest_newer({ folder: problem.folder }, at);
		case 'not_from_lists':
			return m.audit_problem_not_from_lists({ folder: problem.folder }, at);
		case 'file_missing':
			return m.audit_problem_file_missing({ file: problem.file }, at);
		case 'file_damaged':
			return m.audit_problem_file_damaged({ file: problem.file }, at);
		case 'file_unreadable':
			return m.audit_problem_file_unreadable({ file: problem.file }, at);
		case 'raw_missing':
			return m.audit_problem_raw_missing({ file: problem.file }, at);
		case 'raw_unreadable':
			return m.audit_problem_raw_unreadable({ file: problem.file }, at);
		case 'raw_without':
			return m.audit_problem_raw_without({ file: problem.file, table: problem.table }, at);
		case 'table_needed':
			return m.audit_problem_table_needed({}, at);
		case 'table_other':
			return m.audit_problem_table_other({}, at);
	}
}
