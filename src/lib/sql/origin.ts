import { OWN } from '$lib/engine/workbench/own';
import { CHANGES, splitStatements } from '$lib/engine/workbench/statements';
import { markedAfter, mayRestOn } from './marks';

/** What an answer rests on, as far as its script names it. */
export interface Origin {
	/** On made-up lists. */
	demo: boolean;
	/** On the reader's own files: alone, or together with data of the site. */
	own: 'alone' | 'mixed' | null;
}

/** What bears which mark: datasets, and the tables that scripts have made of them. */
export class Origins {
	#demo: readonly string[];
	#site: readonly string[];
	#own: readonly string[] = [OWN];

	/**
	 * @param site names of the site's datasets
	 * @param demo those of them that rest on made-up lists
	 */
	constructor(site: readonly string[], demo: readonly string[]) {
		this.#site = site;
		this.#demo = demo;
	}

	/** What a script's answer rests on; notes which tables it has made. */
	of(script: string): Origin {
		const own = mayRestOn(script, this.#own);
		const origin: Origin = {
			demo: mayRestOn(script, this.#demo),
			own: !own ? null : mayRestOn(script, this.#site) ? 'mixed' : 'alone'
		};
		this.#demo = markedAfter(script, this.#demo);
		this.#site = markedAfter(script, this.#site);
		this.#own = markedAfter(script, this.#own);
		return origin;
	}
}

/** The word by which a script's last statement makes or changes a table; null where it asks for rows. */
export function changeIn(script: string): string | null {
	const word = splitStatements(script).at(-1)?.words[0] ?? '';
	return CHANGES.has(word) ? word : null;
}
