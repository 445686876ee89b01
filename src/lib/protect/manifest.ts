import type { Manifest } from '$lib/engine/manifest';
import type { CountedUnit } from '$lib/model';
import type { AuditReport } from './audit';
import type { Cube } from './cubes';
import type { Protection } from './rounding';

/** How the counts of an extract are protected, so that a reader and an auditor can follow it. */
export interface StatedProtection extends Protection {
	method: 'keyed_random_rounding' | 'perturbation_table';
	/** Name of the perturbation table, where one stands in for the built-in rule. */
	table: string | null;
	/** sha256 of the perturbation table. */
	tableHash: string | null;
	/** True where family card numbers are known: then ten families as well stand behind a count. */
	families: boolean;
	/** Smallest denominator of a rate. */
	smallestDenominator: number;
	/** True where the secret was made from a seed: anyone can make it again. */
	demoSecret: boolean;
}

/** Smallest published denominator of which a rate is made. */
export const SMALLEST_DENOMINATOR = 50;

/** The rest of an extract, a file for each province: `00` holds the nation and the priority lists. */
export interface ExtractPart {
	path: string;
	region: string;
	tables: { name: string; rows: number }[];
}

/** What an extract made from lists says of itself, beyond what every dataset says. */
export interface ComputedManifest extends Manifest {
	kind: 'computed' | 'demo';
	publisher: string;
	licence: string;
	protection: StatedProtection;
	cubes: readonly Cube[];
	measures: {
		id: string;
		programme: string | null;
		unit: CountedUnit;
		within: readonly string[];
		rupiah: boolean;
	}[];
	/** Priority lists that are regions of their own. */
	lists: { region: string; id: string; members: string[] }[];
	/** Regencies that figures are for. */
	regencies: string[];
	parts: ExtractPart[];
	/** The verdict of every check, and what the audit withheld. */
	audit: AuditReport;
}

/** The manifest as one made from lists, or null where it is another kind. */
export function asComputed(manifest: Manifest): ComputedManifest | null {
	return manifest.kind === 'published' ? null : (manifest as ComputedManifest);
}
