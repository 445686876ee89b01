import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import type { PlaceProblem } from './place';
import type { Weakness } from './strength';

/** What is wrong with a secret, or with the place of one. No part of it is ever said. */
export type SecretProblem =
	| { kind: 'missing' | 'folder' | 'unreadable' | 'short' | 'malformed' | PlaceProblem }
	| { kind: 'open_to_others' }
	| { kind: 'guessable'; weakness: Weakness }
	| { kind: 'exists' | 'no_folder' | 'not_writable' };

type Word = (inputs: { file: string }, options: { locale: Locale }) => string;

const WORDS: Record<Exclude<SecretProblem['kind'], 'guessable'>, Word> = {
	missing: m.secret_problem_missing,
	folder: m.secret_problem_folder,
	unreadable: m.secret_problem_unreadable,
	short: m.secret_problem_short,
	malformed: m.secret_problem_malformed,
	inside_repository: m.secret_problem_inside_repository,
	public_folder: m.secret_problem_public_folder,
	open_to_others: m.secret_problem_open_to_others,
	exists: m.secret_problem_exists,
	no_folder: m.secret_problem_no_folder,
	not_writable: m.secret_problem_not_writable
};

const WEAKNESSES: Record<Weakness, Word> = {
	few_values: m.secret_weakness_few_values,
	repeats: m.secret_weakness_repeats,
	counts: m.secret_weakness_counts,
	text: m.secret_weakness_text,
	decimal: m.secret_weakness_decimal
};

/** The problem and what to do about it, in one or two sentences. */
export function describeSecretProblem(
	problem: SecretProblem,
	file: string,
	locale: Locale
): string {
	if (problem.kind === 'guessable') return WEAKNESSES[problem.weakness]({ file }, { locale });
	return WORDS[problem.kind]({ file }, { locale });
}
