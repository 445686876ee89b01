import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { SITE } from '../../../data/site/build';
import { isFigureState } from '$lib/model/state';
import { type CountedFigures, countedFault } from './counted-figures';

interface StoredFigure {
	indicator: string;
	region_code: string;
	period_start: string;
	period_end: string;
	value: string;
	state: string;
}

/** Of `target.csv`, where a figure has a period and a state. */
type StoredTarget = Omit<StoredFigure, 'period_start' | 'period_end' | 'state'> & { date: string };

function keyOf(indicator: string, region: string, period: string): string {
	return `${indicator} ${region} ${period}`;
}

function rowsOf<Row>(table: string): Row[] {
	const text = readFileSync(path.join(SITE, `extract/published/${table}.csv`), 'utf8');
	return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

/** The figures and targets of the extract as its CSV gives them, by indicator, region and period. */
export function storedFigures(): Map<string, StoredFigure[]> {
	const targets = rowsOf<StoredTarget>('target').map((row) => ({
		...row,
		period_start: row.date,
		period_end: row.date,
		state: 'target'
	}));
	const byKey = new Map<string, StoredFigure[]>();
	for (const row of [...rowsOf<StoredFigure>('figure'), ...targets]) {
		const period =
			row.period_start === row.period_end
				? row.period_start
				: `${row.period_start}/${row.period_end}`;
		const key = keyOf(row.indicator, row.region_code, period);
		byKey.set(key, [...(byKey.get(key) ?? []), row]);
	}
	return byKey;
}

/** Made of published figures by a rule that has known answers in a unit test of its own. */
const MADE_OF_PUBLISHED = /^(pkh_families_per_100_poor|iumk_permits_per_day)$/;

const ATTRIBUTES = ['value', 'data-indicator', 'data-region', 'data-period', 'data-state'];

/**
 * What is wrong with the attributes of a `<data>` element, or null: incomplete, of no known state, not as stored, not as
 * a plain query counts it.
 */
export function faultOf(
	attributes: Readonly<Record<string, string>>,
	stored: ReadonlyMap<string, readonly StoredFigure[]>,
	counted: CountedFigures
): string | null {
	const shown = JSON.stringify(attributes);
	const given = ATTRIBUTES.map((name) => attributes[name]);
	const [value, indicator, region, period, state] = given.map((text) => text ?? '');
	if (
		given.includes(undefined) ||
		!indicator ||
		!region ||
		!period ||
		!state ||
		value === undefined
	)
		return `incomplete: ${shown}`;
	if (!isFigureState(state)) return `no such state: ${shown}`;
	if (value !== '' && !Number.isFinite(Number(value))) return `not a number: ${shown}`;
	const rows = stored.get(keyOf(indicator, region, period));
	if (rows === undefined) {
		if (MADE_OF_PUBLISHED.test(indicator)) return null;
		// Nobody has stated it of this place and time: then no number may stand there.
		if (state === 'missing' && value === '') return null;
		const group = attributes['data-group'] ?? '';
		const number = value === '' ? null : Number(value);
		return countedFault({ indicator, region, period, group, value: number }, counted);
	}
	const agrees = rows.some(
		(row) =>
			row.state === state &&
			(row.value === '' ? value === '' : value !== '' && Number(row.value) === Number(value))
	);
	return agrees ? null : `not as stored: ${shown}, stored ${JSON.stringify(rows)}`;
}
