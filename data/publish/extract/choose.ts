import type { DuckDBConnection } from '@duckdb/node-api';
import { regencyCode } from '$lib/model';
import type { Counting } from '../count/count';
import { familiesKnown } from '../count/count';
import { columnOf } from '../work/workspace';
import { reachesOf } from './about';
import type { ExtractJob } from './job';
import { periodOf } from './period';
import { chooseLists, placesOf, regionCodes, type ChosenList } from './places';
import { fail } from './problem';

const SOMEONE = `SELECT EXISTS (FROM receipt) OR EXISTS (FROM membership) OR EXISTS (FROM activity)`;

/**
 * What is counted, for which months and places: from the lists themselves and what was asked.
 * @throws ExtractFailure where the lists hold nobody, or no month
 */
export async function chooseCounting(
	connection: DuckDBConnection,
	job: ExtractJob
): Promise<{ counting: Counting; lists: ChosenList[] }> {
	// Asked first: where every row was refused, no other question makes sense.
	const [someone] = await columnOf<boolean>(connection, SOMEONE);
	if (someone !== true) fail({ kind: 'nobody' });
	const reported = job.reporting.flatMap(({ through }) => (through === null ? [] : [through]));
	const lastReported = reported.length > 0 ? Math.max(...reported) : null;
	const window = await periodOf(connection, job, lastReported);
	const reaches = await reachesOf(connection, job.reporting, window);
	const regencies = [...new Set(reaches.map(({ regency }) => regency))].map(regencyCode).sort();
	if (regencies.length === 0) fail({ kind: 'nobody' });
	const lists = chooseLists(job.reference, job.priority, regencies);
	const counting: Counting = {
		window,
		reaches,
		places: placesOf(regencies, lists),
		regions: regionCodes(job.reference, lists),
		cooperatives: await columnOf<string>(
			connection,
			'SELECT DISTINCT code FROM cooperative ORDER BY code'
		),
		families: await familiesKnown(connection)
	};
	return { counting, lists };
}
