/** Which of two values comes first: numbers by size, texts by letter whatever their case; empty last. */
export function comparison(descending: boolean): (a: unknown, b: unknown) => number {
	const sign = descending ? -1 : 1;
	return (a, b) => {
		const [noA, noB] = [a === null || a === undefined, b === null || b === undefined];
		if (noA || noB) return Number(noA) - Number(noB);
		if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
		const [left, right] = [String(a).toLowerCase(), String(b).toLowerCase()];
		return left === right ? 0 : left < right ? -sign : sign;
	};
}
