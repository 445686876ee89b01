import { EngineError } from '../errors';
import type { Workbench } from './workbench';

let workbench: Promise<Workbench> | null = null;

/**
 * The one workbench of all pages of a session: what was brought in on one is there on the next. Its
 * program is loaded by the first call, and DuckDB by the first question.
 * @throws EngineError `program_offline` where the program cannot be loaded
 */
export function openWorkbench(): Promise<Workbench> {
	workbench ??= import('./workbench')
		.then((program) => new program.Workbench())
		.catch((cause: unknown) => {
			workbench = null;
			throw new EngineError({ kind: 'program_offline' }, { cause });
		});
	return workbench;
}

/** The workbench where a page of this session has opened it; null else. Loads nothing. */
export function existingWorkbench(): Promise<Workbench | null> {
	return workbench?.catch(() => null) ?? Promise.resolve(null);
}
