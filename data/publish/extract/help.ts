import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import { mapHelp } from '$lib/lists';

const WIDTH = 30;

/** What `--help` prints: written for an officer who has two lists and has never used a terminal much. */
export function helpText(locale: Locale): string {
	const at = { locale };
	const [file, folder, name] = [
		m.extract_help_file,
		m.extract_help_folder,
		m.extract_help_name
	].map((word) => word({}, at));
	const needed: [string, string][] = [
		[`--beneficiaries ${file}…`, m.extract_help_beneficiaries({}, at)],
		[`--members ${file}…`, m.extract_help_members({}, at)],
		[`--activities ${file}…`, m.extract_help_activities({}, at)],
		[`--secret ${file}`, m.extract_help_secret({}, at)],
		[`--id ${name}`, m.extract_help_id({}, at)],
		[`--out ${folder}`, m.extract_help_out({}, at)]
	];
	const optional: [string, string][] = [
		['--codes kemendagri|bps', m.extract_help_codes({}, at)],
		[`--map ${file}`, m.extract_help_map({}, at)],
		['--priority LIST', m.extract_help_priority({}, at)],
		[`--reporting ${file}`, m.extract_help_reporting({}, at)],
		[`--stages ${file}`, m.extract_help_stages({}, at)],
		['--from 2024-01 --until 2025-12', m.extract_help_period({}, at)],
		[`--publisher ${name}`, m.extract_help_publisher({}, at)],
		['--licence CODE', m.extract_help_licence({}, at)],
		[`--perturbation ${file}`, m.extract_help_perturbation({}, at)],
		[`--report ${folder}`, m.extract_help_report({}, at)],
		[`--raw ${file}`, m.extract_help_raw({}, at)],
		['--every-block', m.extract_help_every_block({}, at)],
		['--json', m.extract_help_json({}, at)],
		['--lang id|en', m.extract_help_lang({}, at)]
	];
	const lines = (options: readonly [string, string][]) =>
		options.map(([option, meaning]) =>
			option.length < WIDTH
				? `  ${option.padEnd(WIDTH)}${meaning}`
				: `  ${option}\n  ${' '.repeat(WIDTH)}${meaning}`
		);
	return [
		m.extract_help_use({}, at),
		'',
		m.extract_help_what({}, at),
		'',
		m.extract_help_needed({}, at),
		...lines(needed),
		'',
		m.extract_help_optional({}, at),
		...lines(optional),
		'',
		m.extract_help_example({}, at),
		'  npm run secret -- ~/rahasia/kunci.txt',
		'  npm run extract -- --beneficiaries ~/daftar/pkh.xlsx --members ~/daftar/anggota.csv \\',
		'    --secret ~/rahasia/kunci.txt --id jember --out ~/terbit/jember',
		'',
		m.extract_help_private({}, at),
		'',
		mapHelp(locale)
	].join('\n');
}
