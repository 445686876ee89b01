import { m } from '$lib/i18n/paraglide/messages';
import { LISTS, type Locale } from '$lib/model';
import { ROLES_OF } from './roles';
import { listText } from './words';

const EXAMPLE = {
	codes: 'kemendagri',
	beneficiaries: {
		sheet: 'Data',
		columns: { 'No. Induk': 'nik', Wilayah: 'region_name', '#7': 'decile' },
		programme: 'pkh'
	},
	members: {
		columns: { 'NIK Ketua': 'unread' },
		programme: 'kmp',
		cooperative: 'K-001',
		region: '32.01'
	},
	activities: { activity: 'training' }
};

/** The form of a mapping file, as `--help` explains it. */
export function mapHelp(locale: Locale): string {
	const at = { locale };
	return [
		m.lists_map_title({}, at),
		JSON.stringify(EXAMPLE, null, '  '),
		m.lists_map_columns({}, at),
		...LISTS.map((list) =>
			m.lists_map_roles({ list: listText(list, locale), roles: ROLES_OF[list].join(', ') }, at)
		),
		m.lists_map_constants({}, at)
	].join('\n');
}
