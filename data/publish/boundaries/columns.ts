import type { CodeSystem, RegionReference, Resolver } from '$lib/read/region';
import type { BoundaryArguments } from './arguments';
import { BoundaryError } from './problem';
import type { Shape } from './shape';

/** Which properties say what of a feature; empty where none does. */
export interface Columns {
	code: string;
	codes: CodeSystem;
	name: string;
	province: string;
}

/** A property with more different values than this is a number of each feature, or a measure. */
const MOST_VALUES = 3000;

/** A property is one of codes where it means this many of the regions that features could be. */
const ENOUGH = 0.5;

interface Candidate {
	property: string;
	system: CodeSystem;
	found: Set<string>;
}

/**
 * Finds out which property holds the code, the name and the province: the one whose values mean most
 * regions. What the command line names is taken as it says.
 * @throws BoundaryError where a property that was named is none, or codes fit both systems alike
 */
export function findColumns(
	shapes: readonly Shape[],
	asked: Pick<BoundaryArguments, 'code' | 'codes' | 'name' | 'province'>,
	{ resolver, reference }: { resolver: Resolver; reference: RegionReference }
): Columns {
	const properties = [...new Set(shapes.flatMap((shape) => [...shape.properties.keys()]))];
	for (const property of [asked.code, asked.name, asked.province])
		if (property !== undefined && !properties.includes(property))
			throw new BoundaryError('property_unknown', { property, expected: properties.join(', ') });

	const values = new Map(
		properties.map((property): [string, string[]] => [
			property,
			[...new Set(shapes.map((shape) => shape.properties.get(property) ?? ''))]
		])
	);
	const few = properties.filter((property) => (values.get(property)?.length ?? 0) <= MOST_VALUES);

	const name = asked.name ?? nameIn(few, values, resolver);
	const provinces = new Set(
		reference.regions.filter(({ level }) => level === 'province').map(({ code }) => code)
	);
	const province = asked.province ?? provinceIn(few, values, resolver, provinces);
	const possible = Math.min(shapes.length, reference.regions.length - provinces.size - 1);
	const candidates = (asked.code === undefined ? few : [asked.code])
		.flatMap((property) =>
			(asked.codes === undefined ? (['kemendagri', 'bps'] as const) : [asked.codes]).map(
				(system): Candidate => ({
					property,
					system,
					found: found(values.get(property) ?? [], system, resolver)
				})
			)
		)
		.filter(({ found: { size } }) => asked.code !== undefined || size >= ENOUGH * possible)
		.sort((a, b) => b.found.size - a.found.size);
	const best = choose(candidates, shapes, name, resolver);
	return { code: best?.property ?? '', codes: best?.system ?? 'kemendagri', name, province };
}

/** Codes as offices write them, and as OCHA does: `ID3201`. */
export function codeOf(text: string): string {
	return text.replace(/^ID(?=\d)/i, '');
}

function found(values: readonly string[], system: CodeSystem, resolver: Resolver): Set<string> {
	const regions = new Set<string>();
	for (const value of values) {
		const result = resolver.resolve({ code: codeOf(value), codes: system, level: 'regency' });
		if (result.ok) regions.add(result.code);
	}
	return regions;
}

/** Codes that fit both systems alike are told by the names beside them. */
function choose(
	candidates: readonly Candidate[],
	shapes: readonly Shape[],
	name: string,
	resolver: Resolver
): Candidate | undefined {
	const [first] = candidates;
	const rivals = candidates.filter(
		({ property, found: { size } }) =>
			property === first?.property && size >= (first?.found.size ?? 0) * 0.9
	);
	if (rivals.length < 2) return first;
	const agreed = rivals
		.map((rival) => ({ rival, count: agreeing(rival, shapes, name, resolver) }))
		.sort((a, b) => b.count - a.count);
	const [best, second] = agreed;
	if (best && second && best.count > second.count) return best.rival;
	// Both say the same of every feature: then it does not matter which.
	const [one, other] = rivals;
	if (one && other && same(one, other, shapes, resolver)) return one;
	throw new BoundaryError('codes_ambiguous', { property: first?.property ?? '' });
}

function agreeing(
	{ property, system }: Candidate,
	shapes: readonly Shape[],
	name: string,
	resolver: Resolver
): number {
	if (name === '') return 0;
	return shapes.filter(
		({ properties }) =>
			resolver.resolve({
				code: codeOf(properties.get(property) ?? ''),
				codes: system,
				name: properties.get(name),
				level: 'regency'
			}).ok
	).length;
}

function same(one: Candidate, other: Candidate, shapes: readonly Shape[], resolver: Resolver) {
	const said = ({ property, system }: Candidate) =>
		shapes.map(({ properties }) => {
			const code = codeOf(properties.get(property) ?? '');
			const result = resolver.resolve({ code, codes: system, level: 'regency' });
			return result.ok ? result.code : '';
		});
	return String(said(one)) === String(said(other));
}

function nameIn(
	properties: readonly string[],
	values: ReadonlyMap<string, readonly string[]>,
	resolver: Resolver
): string {
	const counted = properties.map((property) => {
		const questions = (values.get(property) ?? [])
			.filter((value) => /[a-z]/i.test(value))
			.map((name) => ({ name, level: 'regency' as const }));
		const among = resolver.among(questions);
		// A bare name of both a regency and a city is a name too.
		const known = questions.map((question) => among.resolve(question));
		const fit = known.filter((result) => result.ok || result.rule === 'region_ambiguous');
		return { property, count: fit.length };
	});
	const [best] = counted.sort((a, b) => b.count - a.count);
	return best && best.count > 0 ? best.property : '';
}

/** A property of few values, all of them provinces. Names before codes, which may be of either system. */
function provinceIn(
	properties: readonly string[],
	values: ReadonlyMap<string, readonly string[]>,
	resolver: Resolver,
	provinces: ReadonlySet<string>
): string {
	const fit = properties.filter((property) => {
		const all = (values.get(property) ?? []).filter((value) => value !== '');
		if (all.length === 0 || all.length > 2 * provinces.size) return false;
		if (!all.every((value) => /[a-z]/i.test(value))) return false;
		const known = all.filter((name) => resolver.resolve({ name, level: 'province' }).ok);
		return known.length >= 0.8 * all.length;
	});
	return fit[0] ?? '';
}
