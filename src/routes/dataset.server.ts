import { readFileSync } from 'node:fs';
import type { DatasetLocation } from '$lib/engine/engine';
import { parseManifest } from '$lib/engine/manifest';
import { createNodeEngine } from '$lib/engine/node';
import { type Question, ask } from '$lib/query/question';

const ID = 'published';
const FOLDER = `static/extract/${ID}/`;

const engine = createNodeEngine();
let attached: Promise<void> | undefined;

/** Asks the bundled extract, while pages are prerendered. */
export async function askSite<Row>(question: Question<Row>): Promise<Row[]> {
	await siteEngine();
	return ask(engine, question);
}

/** The engine of the build, with the bundled extract attached. */
export async function siteEngine() {
	await (attached ??= engine.attach({ id: ID, base: FOLDER }));
	return engine;
}

/** Where a browser finds the very dataset that a page was prerendered with. */
export function siteDataset(): Required<Omit<DatasetLocation, 'file'>> {
	const file = `${FOLDER}manifest.json`;
	const { contentHash } = parseManifest(readFileSync(file, 'utf8'), file);
	return { id: ID, base: `/extract/${ID}/`, contentHash };
}
