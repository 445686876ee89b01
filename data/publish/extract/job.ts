import type { DuckDBConnection } from '@duckdb/node-api';
import type { ListMap } from '$lib/lists';
import type { ListKind } from '$lib/model';
import type { AuditReport } from '$lib/protect/audit';
import type { ComputedManifest } from '$lib/protect/manifest';
import type { Perturbation } from '$lib/protect/perturbation';
import type { Reference } from '../../reference/load';
import type { AuditOptions } from '../audit/lists';
import type { Loaded } from '../lists';
import type { Match } from './link-report';
import type { Stage, StatedReach } from './table';

/** The steps that the person sees, in order. */
export const STAGES = ['read', 'link', 'count', 'audit', 'write'] as const;
export type StageName = (typeof STAGES)[number];

export interface JobProgress {
	stage: StageName;
	/** Of the stage, 0 to 1. */
	share: number;
	/** Rows read so far, in the stage `read`. */
	rows?: number;
	file?: string;
}

/** Everything that an extract is made of. Files are read, and nothing is asked any more. */
export interface ExtractJob {
	id: string;
	kind: 'computed' | 'demo';
	files: readonly { list: ListKind; file: string }[];
	secret: Uint8Array;
	reference: Reference;
	codes?: 'kemendagri' | 'bps' | undefined;
	map?: ListMap | undefined;
	priority: readonly string[];
	reporting: readonly StatedReach[];
	stages: readonly Stage[];
	from?: number | undefined;
	until?: number | undefined;
	/** Folder of the extract; replaced as a whole. */
	out: string;
	/** File for the raw cells, for the audit; never inside `out`. */
	raw?: string | undefined;
	publisher: string;
	licence: string;
	perturbation?: { name: string; hash: string; table: Perturbation } | undefined;
	/** How many blocks the audit attacks at least, or every one. */
	blocks?: AuditOptions['blocks'];
	/** sha256 over what it is made from; the content hash stands in where the lists are private. */
	inputs?: string | undefined;
	/** ISO date: later dates in the lists are in the future. */
	today: string;
	/** Called while the clean lists are still there: the private report of the link. */
	onLinked?: (
		connection: DuckDBConnection,
		loaded: Loaded,
		matches: readonly Match[]
	) => Promise<void>;
	/** Called with the verdicts, before a failed check stops the work. */
	onAudited?: (audit: AuditReport) => void;
	onProgress?: ((progress: JobProgress) => void) | undefined;
	signal?: AbortSignal | undefined;
}

export interface ExtractResult {
	manifest: ComputedManifest;
	loaded: Loaded;
	matches: Match[];
	/** Seconds of each stage. */
	seconds: Partial<Record<StageName, number>>;
}
