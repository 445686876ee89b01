/** How far the reports of lists go, as a number that grows with what is missing. */
export const REACH_RANK = `CASE state::VARCHAR WHEN 'received' THEN 0 WHEN 'late' THEN 1 ELSE 2 END`;

/** The word of such a number. */
export function reachWord(rank: string): string {
	return `CASE ${rank} WHEN 0 THEN 'received' WHEN 1 THEN 'late' ELSE 'not_received' END`;
}
