import { formatDate } from '$lib/i18n/format';
import { getLocale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import { listText } from '$lib/lists';
import type { ComputedManifest } from '$lib/protect/manifest';
import { reporting } from '$lib/query/computed/reporting';
import { type Catalogue, catalogue } from '../catalogue.server';
import { askSite, computedExtracts } from '../dataset.server';
import { listedStates } from '../sumber/listed-states';
import { auditShown } from './audit';
import { linked, origin } from './linked.server';
import { published } from './published.server';
import { refusedGroups } from './refused';
import { reportsOf } from './reports';

export async function load() {
	const locale = getLocale();
	const names = await catalogue(locale);
	// One extract is told of: an office's own where the site has one, else the demo.
	const extracts = computedExtracts();
	const [manifest] = extracts;
	return {
		extract: manifest ? await extractData(manifest, names) : null,
		refused: refusedGroups(locale),
		states: listedStates(extracts)
	};
}

async function extractData(manifest: ComputedManifest, names: Catalogue) {
	const locale = getLocale();
	const { id, kind, period, protection, audit } = manifest;
	const month = (iso: string) => formatDate(iso.slice(0, 7), locale);
	const reports = await askSite(reporting(id), id);
	return {
		demo: kind === 'demo',
		origin: origin(manifest, month),
		period: m.protection_period({ from: month(period.start), until: month(period.end) }),
		protection,
		linked: await linked(manifest, names, locale),
		published: published(manifest, names, locale),
		reports: reportsOf(reports, (region) => names.regions.get(region)?.name ?? region),
		reportsFile: `/extract/${id}/reporting.csv.gz`,
		lists: {
			beneficiaries: sentence(listText('beneficiaries', locale)),
			members: sentence(listText('members', locale)),
			activities: sentence(listText('activities', locale))
		},
		audit: auditShown(audit, locale)
	};
}

function sentence(words: string): string {
	return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
