import type { CodeSystem, RegionQuestion, Resolver } from '$lib/read/region';
import { type CutCode, cutCode } from './code';
import { regencyNumber } from '$lib/model';

/** What the region cells of rows say, each combination once. */
export interface PlaceText {
	code: string;
	name: string;
	province: string;
}

export interface Place {
	/** Regency as a number; null where it cannot be said. */
	region: number | null;
	rule: 'region_missing' | 'region_unknown' | 'region_ambiguous' | null;
	/** Written as it was called before. */
	former: boolean;
	/** The code had lost its last zero. */
	restored: boolean;
}

const EMPTY = /^(|-|–|—|\.|null|nan|n\/a|#n\/a|none|kosong)$/i;
const AMBIGUOUS: readonly string[] = [
	'region_ambiguous',
	'region_code_system_ambiguous',
	'region_code_lost_zero_ambiguous',
	'region_code_name_conflict'
];
/** One system decides for a file where so many times more of its codes speak for it. */
const CLEARLY = 20;

interface Asked {
	cut: CutCode;
	question: RegionQuestion;
}

function said(text: string): string {
	return EMPTY.test(text.trim()) ? '' : text.trim();
}

function asked(text: PlaceText): Asked {
	const province = said(text.province);
	const cut = cutCode(said(text.code), province);
	return { cut, question: { code: cut.code, name: said(text.name), province, level: 'regency' } };
}

/**
 * The system of the codes in one file: what their forms or the names beside them tell, or that only
 * one of the systems knows them.
 * @returns undefined where it does not matter, `ambiguous` where nothing tells and it does
 */
function systemOf(all: readonly Asked[], resolver: Resolver): CodeSystem | 'ambiguous' | undefined {
	const votes = { kemendagri: 0, bps: 0 };
	let open = false;
	for (const { cut, question } of all) {
		if (cut.tells !== null) votes[cut.tells] += 1;
		if (!cut.bare) continue;
		const kemendagri = resolver.resolve({ ...question, codes: 'kemendagri' });
		const bps = resolver.resolve({ ...question, codes: 'bps' });
		if (kemendagri.ok && !bps.ok) votes.kemendagri += 1;
		if (bps.ok && !kemendagri.ok) votes.bps += 1;
		if (kemendagri.ok && bps.ok && kemendagri.code !== bps.code) open = true;
	}
	const { kemendagri, bps } = votes;
	if (kemendagri > 0 && kemendagri >= bps * CLEARLY) return 'kemendagri';
	if (bps > 0 && bps >= kemendagri * CLEARLY) return 'bps';
	return open ? 'ambiguous' : undefined;
}

/**
 * Resolves what the region cells of one file say.
 * @param codes the system that the person or the header of the column names
 * @returns a place for each text, or `codes_ambiguous`
 */
export function resolvePlaces(
	texts: readonly PlaceText[],
	resolver: Resolver,
	codes: CodeSystem | undefined
): Place[] | 'codes_ambiguous' {
	const all = texts.map(asked);
	const system = codes ?? systemOf(all, resolver);
	if (system === 'ambiguous') return 'codes_ambiguous';
	const questions = all.map(({ question }) => ({ ...question, codes: system }));
	const among = resolver.among(questions);
	return questions.map((question) => placeOf(question, among));
}

function placeOf(question: RegionQuestion, resolver: Resolver): Place {
	const none = { region: null, former: false, restored: false };
	if (question.code === '' && question.name === '') return { ...none, rule: 'region_missing' };
	const found = resolver.resolve(question);
	if (!found.ok)
		return {
			...none,
			rule: AMBIGUOUS.includes(found.rule) ? 'region_ambiguous' : 'region_unknown'
		};
	return {
		region: regencyNumber(found.code),
		rule: null,
		former: found.via === 'former_code' || found.via === 'former_name',
		restored: found.via === 'code_zero_restored'
	};
}
