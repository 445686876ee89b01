import { readTable } from '../reference/table';

const COLUMNS = [
	'indicator',
	'region_code',
	'period_start',
	'period_end',
	'value',
	'unit',
	'state',
	'source_id',
	'certainty',
	'flag'
] as const;

function latest(file: string, indicator: string): Map<string, number> {
	const rows = readTable(`../published/${file}`, COLUMNS)
		.filter((row) => row.indicator === indicator && row.value !== '' && row.flag === '')
		.sort((a, b) => (a.period_start < b.period_start ? -1 : 1));
	return new Map(rows.map((row) => [row.region_code, Number(row.value)]));
}

/** Poverty rate in percent, by regency (BPS by way of others, year not certain: see the source). */
export function povertyRates(): Map<string, number> {
	return latest('poverty_rate_regencies.csv', 'poverty_rate');
}

/** PKH families of the regencies of Jawa Barat in the last year that carries no flag. */
export function pkhFamilies(): Map<string, number> {
	return latest('pkh_families_jabar.csv', 'pkh_families');
}
