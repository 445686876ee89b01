import { type CheckResult, resultOf } from '$lib/protect/audit';
import { scanFolder } from '../scan/folder';

/** Files of codes and figures: any other text in them is taken for a name. */
const CODED = /^(k\d|reporting)\.(csv\.gz|parquet)$/;

/**
 * Check 11: searches a folder for identifiers of people. What was found is for the person who runs
 * the audit; the check itself says only how much.
 */
export async function checkIdentifiers(
	folder: string,
	onProgress?: (share: number) => void
): Promise<CheckResult> {
	const { files, findings } = await scanFolder(folder, {
		onProgress: (done, total) => onProgress?.(total === 0 ? 1 : done / total),
		coded: (file) => CODED.test(file)
	});
	return resultOf('identifiers', findings.length === 0, { files, findings: findings.length });
}
