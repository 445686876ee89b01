import { NATION, type RegionLevel } from '$lib/model';
import type { Columns } from './columns';
import { type Grid, cellText, isBlankRow, plainWords } from './grid';
import type { Header } from './header';
import { looksNumeric } from './numbers';
import type { Meaning } from './meaning';
import type { RegionQuestion, RegionResolution, Resolver } from './region';

/** A row under the header, with what it says of its region. */
export interface Draft {
	/** Line as the person sees it, from 1. */
	line: number;
	cells: Grid['rows'][number];
	question: RegionQuestion;
	/** A heading of a section (`Kabupaten`, `Kota`) that stands above. */
	section: string;
	/** Whether any cell of figures holds a number: notes and headings hold none. */
	figures: boolean;
	/** The header printed once more, on the next page. */
	repeated: boolean;
}

const SECTION = /^(kabupaten|kota)( (regency|regencies|city|cities|municipality|municipalities))?$/;
const TOTAL = /^(jumlah|total|grand total|sub total)\b ?/;

export function isTotal(name: string): boolean {
	return TOTAL.test(plainWords(name)) && plainWords(name).replace(TOTAL, '') === '';
}

/** Blank rows are counted apart; every other row under the header is a draft. */
export function draftRows(
	grid: Grid,
	header: Header,
	columns: Columns,
	meanings: readonly Meaning[]
) {
	const drafts: Draft[] = [];
	let blank = 0;
	let section = '';
	let province = '';
	const heads = new Set<string>();
	for (let at = header.first; at <= header.last; at += 1)
		heads.add(JSON.stringify((grid.rows[at] ?? []).map(cellText)));
	for (let at = header.last + 1; at < grid.rows.length; at += 1) {
		const cells = grid.rows[at] ?? [];
		if (isBlankRow(cells)) {
			blank += 1;
			continue;
		}
		const text = (column: number | null) => (column === null ? '' : cellText(cells[column]));
		const name = text(columns.name);
		const figures = meanings.some((column) => looksNumeric(cells[column.at] ?? ''));
		if (!figures && SECTION.test(plainWords(name)) && text(columns.code) === '')
			section = plainWords(name).split(' ')[0] ?? '';
		const own = text(columns.provinceCode) || text(columns.provinceName);
		if (own !== '') province = own;
		const level: RegionLevel | undefined = columns.level ?? undefined;
		drafts.push({
			line: at + 1,
			cells,
			section,
			figures,
			repeated: heads.has(JSON.stringify(cells.map(cellText))),
			question: {
				...(text(columns.code) !== '' ? { code: text(columns.code) } : {}),
				...(name !== '' ? { name: plainTotal(name) } : {}),
				...(province !== '' ? { province } : {}),
				...(level ? { level } : {}),
				...(columns.codes ? { codes: columns.codes } : {})
			}
		});
	}
	return { drafts, blank };
}

/** `Jumlah Jawa Tengah` names its province; `Jumlah` alone stays. */
function plainTotal(name: string): string {
	return isTotal(name) ? name : name.replace(/^\s*(jumlah|total|provinsi total)\s+/i, '');
}

/** Whether the row's region cells name its province or the nation rather than a part of it. */
function askAbove(question: RegionQuestion, resolver: Resolver): RegionResolution | null {
	const { level, ...rest } = question;
	if (level === undefined || question.name === undefined) return null;
	const above = level === 'regency' ? (['province', 'nation'] as const) : (['nation'] as const);
	for (const higher of above) {
		const answer = resolver.resolve({ ...rest, level: higher });
		if (answer.ok) return answer;
		const byName = resolver.resolve({ name: question.name, level: higher });
		if (byName.ok && (question.code === undefined || question.code === byName.code)) return byName;
	}
	return null;
}

/** Answers a draft's question: as it stands, by its section's heading, then as a row of totals. */
export function regionOf(draft: Draft, resolver: Resolver): RegionResolution {
	const { question, section } = draft;
	const first = resolver.resolve(question);
	if (first.ok) return first;
	if (section !== '' && first.rule === 'region_ambiguous') {
		const prefixed = resolver.resolve({ ...question, name: `${section} ${question.name ?? ''}` });
		if (prefixed.ok) return prefixed;
	}
	// Without a regency of its own, a row stands for the province that its columns name.
	if (first.rule === 'region_empty' && question.province !== undefined && draft.figures) {
		const numeric = /^[\d.\s]+$/.test(question.province);
		const whole = resolver.resolve(
			numeric
				? { code: question.province, level: 'province', codes: question.codes }
				: { name: question.province, level: 'province' }
		);
		if (whole.ok) return whole;
	}
	return askAbove(question, resolver) ?? first;
}

/**
 * The region that a bare total (`Jumlah`) stands for: the province or nation whose parts the table
 * lists completely. Null where it lists fewer.
 */
export function regionOfTotal(
	listed: ReadonlySet<string>,
	partsOf: (code: string) => readonly string[]
): string | null {
	const parents = new Set([...listed].map((code) => (code.length > 2 ? code.slice(0, 2) : NATION)));
	parents.delete(NATION);
	const regencies = [...listed].some((code) => code.length > 2);
	const candidates = regencies ? [...parents].filter((code) => !listed.has(code)) : [NATION];
	const complete = candidates.filter((code) => {
		const parts = partsOf(code);
		return parts.length > 0 && parts.every((part) => listed.has(part));
	});
	const [only] = complete;
	return complete.length === 1 && candidates.length === 1 && only !== undefined ? only : null;
}
