import {
	ASSISTANCE,
	COOPERATIVE_PROGRAMMES,
	DISTRICT_STAGES,
	listOf,
	type RegionCode
} from '$lib/model';
import { CODE_TYPES } from '../cells/codes';
import { type Finding, span } from './finding';
import { findIdentifiers } from './find';
import { issuersOf } from './person-number';

/** Codes that only the reference tables know. */
export interface KnownCodes {
	/** Nation, provinces and regencies. */
	regions: ReadonlySet<RegionCode>;
	/** Priority lists. */
	lists: ReadonlySet<string>;
}

/** Text that was checked: true where it may be published. */
type Rule = (value: string) => boolean;

export type CodeRules = ReadonlyMap<string, Rule>;

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?: 00:00:00)?$/;
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const YEAR = /^\d{4}$/;
const NUMBER = /^\d*$/;
/** An office's own code, or one that was made of a name: `K-` and hexadecimal digits. */
const COOPERATIVE = /^(?:[A-Z0-9][A-Z0-9./-]{0,23}|K-[0-9a-fA-F]{8})$/;

const among =
	(...values: readonly string[]): Rule =>
	(value) =>
		values.includes(value);

/**
 * The columns an extract of computed figures may have, and what each may hold. Every other column
 * and every other text is refused: a name looks like any other word, so only a list of what is
 * allowed can keep names out.
 */
export function codeRules({ regions, lists }: KnownCodes): CodeRules {
	const issuers = issuersOf(regions);
	const region: Rule = (value) => regions.has(value) || lists.has(listOf(value) ?? '');
	const cooperative: Rule = (value) =>
		COOPERATIVE.test(value) && findIdentifiers(value, { issuers }).length === 0;
	const type = (name: string): Rule => among(...(CODE_TYPES[name] ?? []));
	const measures = [...(CODE_TYPES.measure_id ?? []), ...(CODE_TYPES.cooperative_measure ?? [])];
	return new Map<string, Rule>([
		['region', region],
		['province', region],
		['level', among('nation', 'province', 'regency', 'list')],
		['month', (value) => DAY.test(value) || MONTH.test(value)],
		['year', (value) => YEAR.test(value)],
		['measure', among(...measures)],
		['decile', type('decile_code')],
		['sex', type('sex_code')],
		['age', type('age_band')],
		['waiting', type('waiting_band')],
		['list', type('list_kind')],
		['state', type('reporting_state')],
		['stage', among(...DISTRICT_STAGES)],
		['reached_on', (value) => DAY.test(value)],
		['programme', among(...ASSISTANCE, ...COOPERATIVE_PROGRAMMES)],
		['cooperative', cooperative],
		['code', cooperative],
		['pub', (value) => NUMBER.test(value)],
		['rupiah', (value) => NUMBER.test(value)]
	]);
}

/**
 * Texts of one column that are none of its codes. A column without a rule gives one finding.
 * @param values texts as they stand; an empty one is no text
 * @returns findings of kind `name`; `position` is the place in `values`
 */
export function checkCodes(column: string, values: Iterable<string>, rules: CodeRules): Finding[] {
	const rule = rules.get(column);
	const findings: Finding[] = [];
	let position = 0;
	for (const value of values) {
		if (value !== '' && rule?.(value) !== true) {
			const { kind, length } = span('name', position, value.length);
			findings.push({ kind, position, length });
			if (rule === undefined) return findings;
		}
		position += 1;
	}
	return findings;
}
