import { EngineError } from '$lib/engine/errors';
import type { DataVersion } from '$lib/state/data-version';
import { manifestOf } from './datasets';

/** A dataset that is another now than when a link was made; null where it is no longer there. */
export interface Change {
	then: DataVersion;
	now: DataVersion | null;
}

/**
 * Which of the datasets of a link have changed since.
 * @throws EngineError `offline`, where nothing can be said
 */
export async function changesOf(
	versions: readonly DataVersion[],
	find: typeof manifestOf = manifestOf
): Promise<Change[]> {
	const found = await Promise.all(
		versions.map(async (then): Promise<Change[]> => {
			const now = await versionNow(then, find);
			return now?.hash === then.hash ? [] : [{ then, now }];
		})
	);
	return found.flat();
}

async function versionNow(
	{ id, hash }: DataVersion,
	find: typeof manifestOf
): Promise<DataVersion | null> {
	try {
		const { contentHash, period } = await find(id);
		return { id, hash: contentHash.slice(0, hash.length), until: period.end };
	} catch (error) {
		if (error instanceof EngineError && error.problem.kind === 'missing_file') return null;
		throw error;
	}
}
