import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';

/** What `--help` prints. */
export function helpText(locale: Locale): string {
	const at = { locale };
	const options: [string, string][] = [
		['--source TEXT', m.boundaries_help_source({}, at)],
		['--out FILE', m.boundaries_help_out({}, at)],
		['--layer NAME', m.boundaries_help_layer({}, at)],
		['--code PROPERTY', m.boundaries_help_code({}, at)],
		['--codes kemendagri|bps', m.boundaries_help_codes({}, at)],
		['--name PROPERTY', m.boundaries_help_name({}, at)],
		['--province PROPERTY', m.boundaries_help_province({}, at)],
		['--json', m.boundaries_help_json({}, at)],
		['--lang id|en', m.boundaries_help_lang({}, at)]
	];
	return [
		m.boundaries_help_use({}, at),
		'',
		m.boundaries_help_what({}, at),
		'',
		...options.map(([option, meaning]) => `  ${option.padEnd(24)}${meaning}`)
	].join('\n');
}
