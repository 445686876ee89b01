/** What tells who a person is. `personal` is what belongs to one person without naming anyone. */
export const FINDING_KINDS = [
	'nik',
	'no_kk',
	'phone',
	'email',
	'account',
	'name',
	'address',
	'personal'
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Where an identifier stands. What it says is not in here, so that a finding can be printed. */
export interface Finding {
	kind: FindingKind;
	/** Index of its first character in the text. */
	position: number;
	/** Characters, separators included. */
	length: number;
}

/** A finding with the characters it stands on, for those who must tell two findings apart. */
export interface Span extends Finding {
	end: number;
}

export function span(kind: FindingKind, position: number, length: number): Span {
	return { kind, position, length, end: position + length };
}
