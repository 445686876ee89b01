import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { DatasetLocation } from '$lib/engine/engine';
import { type Manifest, parseManifest } from '$lib/engine/manifest';
import { createNodeEngine } from '$lib/engine/node';
import { type ComputedManifest, asComputed } from '$lib/protect/manifest';
import { type Question, ask } from '$lib/query/question';

const ID = 'published';
const EXTRACTS = 'static/extract/';

const engine = createNodeEngine();
const attached = new Map<string, Promise<void>>();

/**
 * Asks a bundled extract, while pages are prerendered.
 * @param extract id of one made from lists, for questions about such a one; the published figures
 * where none is said
 */
export async function askSite<Row>(question: Question<Row>, extract = ID): Promise<Row[]> {
	await attach(extract);
	return ask(engine, question);
}

/** The engine of the build, with the published figures attached. */
export async function siteEngine() {
	await attach(ID);
	return engine;
}

async function attach(id: string): Promise<void> {
	const attaching = attached.get(id) ?? engine.attach({ id, base: folderOf(id) });
	attached.set(id, attaching);
	await attaching;
}

/** Attaches a file of an extract beside its first, and gives the id to ask it by. */
export async function attachSitePart(extract: string, part: string): Promise<string> {
	const id = `${extract}_${part}`;
	const attaching =
		attached.get(id) ?? engine.attach({ id, base: folderOf(extract), file: `${part}.duckdb` });
	attached.set(id, attaching);
	await attaching;
	return id;
}

/** Where a browser finds the very dataset that a page was prerendered with. */
export function siteDataset(id = ID): Required<Omit<DatasetLocation, 'file'>> {
	return { id, base: `/extract/${id}/`, contentHash: manifestOf(id).contentHash };
}

/**
 * What the extracts made from lists say of themselves: those of offices by id, then the demo. Empty
 * where the site is built without any.
 */
export function computedExtracts(): ComputedManifest[] {
	return readdirSync(EXTRACTS)
		.filter((id) => existsSync(`${folderOf(id)}manifest.json`))
		.flatMap((id) => {
			const manifest = asComputed(manifestOf(id));
			// The folder is what it is attached and fetched by, whatever it was called when it was made.
			return manifest === null ? [] : { ...manifest, id };
		})
		.sort(
			(a, b) => Number(a.kind === 'demo') - Number(b.kind === 'demo') || (a.id < b.id ? -1 : 1)
		);
}

/** What every dataset of the site says of itself: the published figures, then those made from lists. */
export function siteManifests(): Manifest[] {
	return [manifestOf(ID), ...computedExtracts()];
}

function manifestOf(id: string): Manifest {
	const file = `${folderOf(id)}manifest.json`;
	return parseManifest(readFileSync(file, 'utf8'), file);
}

function folderOf(id: string): string {
	return `${EXTRACTS}${id}/`;
}
