import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { SITE } from '../../../data/site/build';
import { isFigureState } from '$lib/model/state';
import { attribute, type Element } from './html';

interface StoredFigure {
	indicator: string;
	region_code: string;
	period_start: string;
	period_end: string;
	value: string;
	state: string;
}

function keyOf(indicator: string, region: string, period: string): string {
	return `${indicator} ${region} ${period}`;
}

/** The figures of the extract as its CSV gives them, by indicator, region and period. */
export function storedFigures(): Map<string, StoredFigure[]> {
	const text = readFileSync(path.join(SITE, 'extract/published/figure.csv'), 'utf8');
	const { data } = Papa.parse<StoredFigure>(text, { header: true, skipEmptyLines: true });
	const byKey = new Map<string, StoredFigure[]>();
	for (const row of data) {
		const period =
			row.period_start === row.period_end
				? row.period_start
				: `${row.period_start}/${row.period_end}`;
		const key = keyOf(row.indicator, row.region_code, period);
		byKey.set(key, [...(byKey.get(key) ?? []), row]);
	}
	return byKey;
}

const ATTRIBUTES = ['value', 'data-indicator', 'data-region', 'data-period', 'data-state'];

/** What is wrong with a `<data>` element, or null: incomplete, of no known state, not as stored. */
export function faultOf(
	element: Element,
	stored: ReadonlyMap<string, readonly StoredFigure[]>
): string | null {
	const shown = JSON.stringify(element.attribs);
	const given = ATTRIBUTES.map((name) => attribute(element, name));
	const [value, indicator, region, period, state] = given.map((text) => text ?? '');
	if (given.includes(null) || !indicator || !region || !period || !state || value === undefined)
		return `incomplete: ${shown}`;
	if (!isFigureState(state)) return `no such state: ${shown}`;
	if (value !== '' && !Number.isFinite(Number(value))) return `not a number: ${shown}`;
	const rows = stored.get(keyOf(indicator, region, period));
	if (rows === undefined) return null;
	const agrees = rows.some(
		(row) =>
			row.state === state &&
			(row.value === '' ? value === '' : value !== '' && Number(row.value) === Number(value))
	);
	return agrees ? null : `not as stored: ${shown}, stored ${JSON.stringify(rows)}`;
}
