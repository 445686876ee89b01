import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const FILE = 'static/boundaries.json';

/** The boundary file in place while pages are prerendered, by a short hash; null where there is none. */
export function boundariesInPlace(): { hash: string } | null {
	if (!existsSync(FILE)) return null;
	const hash = createHash('sha256').update(readFileSync(FILE)).digest('hex');
	return { hash: hash.slice(0, 8) };
}
