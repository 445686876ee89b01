import { dayOfMonth, lastDayOf, listPlace, placeLevel } from '$lib/model';
import type { AuditReport } from '$lib/protect/audit';
import { SMALLEST_DENOMINATOR } from '$lib/protect/manifest';
import { ROUNDING } from '$lib/protect/rounding';
import type { Counting } from '../count/count';
import type { Statement } from '../write/extract';
import type { ExtractJob } from './job';
import type { ChosenList } from './places';

/** What an extract says of itself: whose it is, what it covers, and how it is protected. */
export function statementOf(
	job: ExtractJob,
	counting: Counting,
	lists: readonly ChosenList[],
	audit: AuditReport
): Statement {
	const { window } = counting;
	const { perturbation } = job;
	return {
		id: job.id,
		kind: job.kind,
		publisher: job.publisher,
		licence: job.licence,
		period: {
			start: dayOfMonth(window.from, 1),
			end: lastDayOf(window.until)
		},
		sources: [
			{
				id: 'lists',
				publisher: job.publisher,
				title: 'Daftar penerima, anggota, dan kegiatan',
				date: ''
			}
		],
		inputs: job.inputs ?? '',
		protection: {
			...ROUNDING,
			...(perturbation ? { base: perturbation.table.base, bound: perturbation.table.bound } : {}),
			method: perturbation ? ('perturbation_table' as const) : ('keyed_random_rounding' as const),
			table: perturbation?.name ?? null,
			tableHash: perturbation?.hash ?? null,
			families: counting.families,
			smallestDenominator: SMALLEST_DENOMINATOR,
			demoSecret: job.kind === 'demo'
		},
		lists: lists.map(({ id, members }) => ({ region: listPlace(id), id, members })),
		regencies: counting.places
			.map(({ region }) => region)
			.filter((region) => placeLevel(region) === 'regency'),
		audit
	};
}
