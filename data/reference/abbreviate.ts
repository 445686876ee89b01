/**
 * Tile letters for the regencies of one province: three capitals for a kabupaten (`BGR`), the same
 * after a small `k` for a kota (`kBGR`), so that the two are told apart without colour.
 *
 * One word gives the consonants that open its syllables (Cianjur → C J R), several words their
 * initials filled up from the last word. Where letters are taken, the next best are tried, in the
 * order of the names given: the same names always give the same letters.
 *
 * @param regencies full official names of one province, in code order
 * @returns letters in the same order, unique within the list
 */
export function abbreviate(regencies: readonly string[]): string[] {
	const taken = new Set<string>();
	return regencies.map((name) => {
		const prefix = name.startsWith('Kota ') ? 'k' : '';
		const stem = name.replace(/^(Kabupaten|Kota) (Administrasi )?/, '');
		for (const letters of candidates(stem)) {
			const abbreviation = prefix + letters;
			if (taken.has(abbreviation)) continue;
			taken.add(abbreviation);
			return abbreviation;
		}
		throw new Error(`No letters left for ${name}`);
	});
}

function* candidates(stem: string): Generator<string> {
	const words = stem
		.toUpperCase()
		.split(/[^A-Z]+/)
		.filter((word) => word !== 'DAN' && word !== '');
	const initials = words.map((word) => word.charAt(0)).join('');
	const last = words.at(-1) ?? '';
	if (words.length >= 3) yield initials.slice(0, 3);
	if (words.length === 2) {
		for (const letter of openers(last).slice(1)) yield initials + letter;
		for (const letter of openers(words[0] ?? '').slice(1))
			yield initials.charAt(0) + letter + initials.charAt(1);
	}
	const all = stem.toUpperCase().replace(/[^A-Z]/g, '');
	const skeleton = words.length === 1 ? openers(last) : [...all];
	yield* triples(skeleton);
	yield* triples([...all]);
}

/** First letter, consonants that stand before a vowel, then the last consonant, then the rest. */
function openers(word: string): string[] {
	const letters = [...word];
	const vowel = (letter: string | undefined) => letter !== undefined && 'AEIOU'.includes(letter);
	const opening = letters.filter((letter, i) => i > 0 && !vowel(letter) && vowel(letters[i + 1]));
	const closing = letters.filter((letter, i) => i > 0 && !vowel(letter) && !vowel(letters[i + 1]));
	return [
		letters[0] ?? '',
		...opening,
		...closing.reverse(),
		...letters.slice(1).filter(vowel).reverse()
	];
}

function* triples(letters: readonly string[]): Generator<string> {
	for (let i = 1; i < letters.length; i++)
		for (let j = i + 1; j < letters.length; j++)
			yield `${letters[0] ?? ''}${letters[i] ?? ''}${letters[j] ?? ''}`;
}
