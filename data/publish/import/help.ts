import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import { MAP_ROLES } from '$lib/read';

const MAP_EXAMPLE = {
	indicator: 'poor_people',
	codes: 'kemendagri',
	region: '32',
	unit: 'RIBU JIWA',
	period: '2022-03',
	decimal: ',',
	certainty: 'medium',
	sheet: 'Tabel 1',
	where: { jenis_kelamin: 'JUMLAH' },
	columns: {
		Daerah: { role: 'region_name' },
		'Angka Sementara': { role: 'value', indicator: 'poverty_rate', unit: 'PERSEN', period: '2022' }
	}
};

/** What `--help` prints. */
export function helpText(locale: Locale): string {
	const at = { locale };
	const options: [string, string][] = [
		['--indicator ID', m.read_help_indicator({}, at)],
		['--codes kemendagri|bps', m.read_help_codes({}, at)],
		['--map FILE', m.read_help_map({}, at)],
		['--source ID', m.read_help_source({}, at)],
		['--out FILE', m.read_help_out({}, at)],
		['--check', m.read_help_check({}, at)],
		['--json', m.read_help_json({}, at)],
		['--lang id|en', m.read_help_lang({}, at)]
	];
	return [
		m.read_help_use({}, at),
		'',
		m.read_help_what({}, at),
		'',
		...options.map(([option, meaning]) => `  ${option.padEnd(24)}${meaning}`),
		'',
		m.read_help_exit({}, at),
		'',
		m.read_help_map_title({}, at),
		JSON.stringify(MAP_EXAMPLE, null, '  '),
		m.read_help_roles({ roles: MAP_ROLES.join(', ') }, at)
	].join('\n');
}
