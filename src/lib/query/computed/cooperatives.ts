import { schemaName } from '$lib/engine/schema-name';
import { type CooperativeProgramme, REPORTING, type Reporting } from '$lib/model/lists';
import type { RegionCode } from '$lib/model/region';
import { readRows } from '../cells';
import { known, oneOf } from '../figures';
import type { Question } from '../question';
import { REACH_RANK, reachWord } from './reach';

export interface CooperativesAsked {
	programme: CooperativeProgramme;
	/** First and last month by their first days; both ends are asked. */
	from: string;
	until: string;
	/** Whose reports tell of a cooperative whose own place is not known. */
	place: RegionCode;
}

/** Members and active members of one cooperative in one month, published or not. */
export interface CooperativeRow {
	code: string;
	/** First day of the month. */
	month: string;
	members: number | null;
	active: number | null;
	membersReach: Reporting;
	/** Of the lists of members and of activities, the worse. */
	activeReach: Reporting;
}

/**
 * Each cooperative of a programme in each month, also where nothing is published: whether the lists of
 * its place had come tells what is withheld from what is late. By cooperative, in the order of time.
 * @param extract id under which the extract is attached
 */
export function cooperatives(
	extract: string,
	{ programme, from, until, place }: CooperativesAsked
): Question<CooperativeRow> {
	const schema = schemaName(extract);
	const cell = (name: string) => `LEFT JOIN cell ${name} ON ${name}.code = asked.code
	AND ${name}.month = span.month AND ${name}.measure = '${name}'`;
	const told = (
		name: string,
		list: string
	) => `LEFT JOIN told ${name} ON ${name}.region = asked.place
	AND ${name}.month = span.month AND ${name}.list = '${list}'`;
	const members = 'coalesce(of_members.rank, 2)';
	const active = `greatest(${members}, coalesce(of_activities.rank, 2))`;
	return {
		name: 'computed_cooperatives',
		sql: `WITH asked AS (
	SELECT code::VARCHAR AS code, coalesce(region::VARCHAR, ?::VARCHAR) AS place
	FROM ${schema}.cooperative WHERE programme::VARCHAR = ?::VARCHAR
),
span AS (
	SELECT DISTINCT month FROM ${schema}.reporting WHERE month BETWEEN ?::DATE AND ?::DATE
),
told AS (
	SELECT region::VARCHAR AS region, month, list::VARCHAR AS list, ${REACH_RANK} AS rank
	FROM ${schema}.reporting
),
cell AS (
	SELECT cooperative::VARCHAR AS code, month, measure::VARCHAR AS measure, pub FROM ${schema}.k6
)
SELECT asked.code, span.month::VARCHAR AS month, members.pub AS members, active.pub AS active,
	${reachWord(members)} AS members_reach, ${reachWord(active)} AS active_reach
FROM asked CROSS JOIN span
${cell('members')}
${cell('active')}
${told('of_members', 'members')}
${told('of_activities', 'activities')}
ORDER BY asked.code, span.month`,
		params: [place, programme, from, until],
		read: (table) =>
			readRows(table, (cells) => ({
				code: cells.text('code'),
				month: cells.text('month'),
				members: cells.number('members'),
				active: cells.number('active'),
				membersReach: known(cells.text('members_reach'), oneOf(REPORTING)),
				activeReach: known(cells.text('active_reach'), oneOf(REPORTING))
			}))
	};
}
