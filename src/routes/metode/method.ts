import type { StatedProtection } from '$lib/protect/manifest';
import type { MethodId } from '$lib/ui/methods';
import type { MathNode } from './mathml';
import type { Reference } from './references';

/** A formula, and the same in words. */
export interface Formula {
	/** What it works out, in a word or two; no two of the page have the same. */
	name: string;
	/** The whole of it for whoever reads no formulas. */
	words: string;
	math: MathNode;
}

/** What a letter of a formula stands for. */
export interface Letter {
	letter: MathNode;
	means: string;
}

/** How a kind of figure is worked out. */
export interface Method {
	id: MethodId;
	/** The question that it answers, in plain words. */
	answers: string;
	formulas: readonly Formula[];
	letters: readonly Letter[];
	/** What else is to be known, a paragraph each. */
	remarks: readonly string[];
	/** What is done where counts are withheld or rounded. */
	withheld: string;
	/** Whether it works on counts from lists alone, which a site may be built without. */
	fromLists: boolean;
	/** Pages that it is used on. */
	used: readonly { path: string; name: string }[];
	references: readonly Reference[];
}

/** How the extract that the site shows is protected; null where there is none made from lists. */
export type Protected = StatedProtection | null;
