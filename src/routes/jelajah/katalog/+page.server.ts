import { catalogueEntries } from './entries.server';

export const load = async () => ({
	entries: (await catalogueEntries()).map(
		({ id, name, what, when, demo, computed, size, rows, tables }) => ({
			id,
			name,
			what,
			when,
			demo,
			computed,
			size,
			rows,
			tables: tables.length
		})
	)
});
