import type { Unit } from '$lib/model';

/** A target that a reader tries out: nobody has set it. */
export interface TrialTarget {
	indicator: string;
	/** In the unit of the indicator. */
	value: number;
	/** ISO date by which it would be reached. */
	date: string;
}

/** The indicators that a target may be tried on, and what each counts. */
export type TrialIndicators = ReadonlyMap<string, Unit>;

const NAME = 'target';
/** An address is not a place to keep a list: more than these are left out. */
const MOST = 12;

/**
 * The tried targets of an address, `target=indicator:value:date`, the last of each indicator. Never
 * throws: what cannot be read is dropped and named, in the reader's own spelling. The value may have
 * a decimal comma or a percent sign; the date may be a month or a year, whose last day it then is.
 */
export function parseTrialTargets(
	search: URLSearchParams,
	known: TrialIndicators
): { value: TrialTarget[]; dropped: string[] } {
	const found = new Map<string, TrialTarget>();
	const dropped: string[] = [];
	for (const text of search.getAll(NAME)) {
		if (text === '') continue;
		const target = parseTarget(text, known);
		if (target === null || (found.size >= MOST && !found.has(target.indicator)))
			dropped.push(`${NAME}=${text.slice(0, 60)}`);
		else found.set(target.indicator, target);
	}
	return { value: [...found.values()], dropped };
}

/** The search of an address with these tried targets in place of its own; all else in it is kept. */
export function trialTargetSearch(
	search: URLSearchParams,
	targets: readonly TrialTarget[]
): string {
	const next = new URLSearchParams(search);
	next.delete(NAME);
	for (const { indicator, value, date } of targets)
		next.append(NAME, [indicator, String(value), date].join(':'));
	const text = next.toString().replaceAll('%3A', ':');
	return text === '' ? '' : `?${text}`;
}

function parseTarget(text: string, known: TrialIndicators): TrialTarget | null {
	const [indicator = '', valueText = '', dateText = '', ...rest] = text.split(':');
	const unit = known.get(indicator.trim());
	const value = parseValue(valueText);
	const date = parseDate(dateText);
	if (unit === undefined || value === null || date === null || rest.length > 0) return null;
	if (unit === 'percent' && value > 100) return null;
	return { indicator: indicator.trim(), value, date };
}

function parseValue(text: string): number | null {
	const plain = text.trim().replace(/\s*%$/, '').replace(',', '.');
	return /^\d{1,13}(\.\d{1,6})?$/.test(plain) ? Number(plain) : null;
}

function parseDate(text: string): string | null {
	const [, year, month, day] = /^\s*(20\d\d)(?:-(\d\d)(?:-(\d\d))?)?\s*$/.exec(text) ?? [];
	if (year === undefined) return null;
	const [y, mth] = [Number(year), Number(month ?? 12)];
	if (mth < 1 || mth > 12) return null;
	const last = new Date(Date.UTC(y, mth, 0)).getUTCDate();
	const d = Number(day ?? last);
	if (d < 1 || d > last) return null;
	return `${year}-${String(mth).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
