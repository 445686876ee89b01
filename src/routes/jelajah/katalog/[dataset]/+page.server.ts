import { error } from '@sveltejs/kit';
import { siteManifests } from '../../../dataset.server';
import { catalogueEntries } from '../entries.server';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => siteManifests().map(({ id }) => ({ dataset: id }));

export const load: PageServerLoad = async ({ params }) => {
	const entry = (await catalogueEntries()).find(({ id }) => id === params.dataset);
	if (!entry) error(404);
	return { entry };
};
