import type { KnownRegion, RegionRefusal, Resolver } from '$lib/read/region';
import { type Columns, codeOf } from './columns';
import { BoundaryError } from './problem';
import type { Shape } from './shape';

/** A feature that stands for no region of ours, and why. */
export interface Unjoined {
	number: number;
	/** The code and name that it bears. */
	label: string;
	refusal: RegionRefusal;
}

export interface Joined {
	/** Features by the region that they are, or are parts of. */
	regions: Map<string, Shape[]>;
	byCode: number;
	byName: number;
	unjoined: Unjoined[];
	/** Regions that no feature is. */
	without: KnownRegion[];
}

/**
 * Joins each feature to the regency or city that it is: by its code, else by its name within its
 * province. A code and a name that mean two different regions are not joined.
 * @throws BoundaryError where the file is of another level, or nothing joins
 */
export function joinShapes(
	shapes: readonly Shape[],
	columns: Columns,
	resolver: Resolver,
	regencies: readonly KnownRegion[]
): Joined {
	const questions = shapes.map((shape) => questionOf(shape, columns));
	const names = resolver.among(
		questions.map(({ name, province }) => ({ name, province, level: 'regency' as const }))
	);
	// Several provinces are called like a city of theirs: Jambi, Bengkulu, Gorontalo.
	const provinces = questions.filter(
		({ name }) => resolver.resolve({ name, level: 'province' }).ok
	);
	if (columns.code === '' && provinces.length > shapes.length / 2)
		throw new BoundaryError('only_provinces');
	const joined: Joined = {
		regions: new Map(),
		byCode: 0,
		byName: 0,
		unjoined: [],
		without: []
	};
	shapes.forEach((shape, index) => {
		const { code, name, province } = questions[index] ?? questionOf(shape, columns);
		const coded = resolver.resolve({ code, codes: columns.codes, level: 'regency' });
		const named = names.resolve({ name, province, level: 'regency' });
		const found = coded.ok ? coded : named;
		const torn = coded.ok && named.ok && coded.code !== named.code;
		if (torn || !found.ok) {
			const refusal = torn
				? conflict({ code, name }, [coded.code, named.code], regencies)
				: code !== '' && !coded.ok
					? coded
					: (named as RegionRefusal);
			const label = [code, name].filter((text) => text !== '').join(' ');
			joined.unjoined.push({ number: shape.number, label, refusal });
			return;
		}
		if (coded.ok) joined.byCode += 1;
		else joined.byName += 1;
		joined.regions.set(found.code, [...(joined.regions.get(found.code) ?? []), shape]);
	});
	joined.without = regencies.filter(({ code }) => !joined.regions.has(code));
	if (joined.regions.size === 0) throw new BoundaryError(levelOf(shapes, resolver));
	return joined;
}

function questionOf({ properties }: Shape, columns: Columns) {
	const text = (property: string) => (property === '' ? '' : (properties.get(property) ?? ''));
	return {
		code: codeOf(text(columns.code)),
		name: text(columns.name),
		province: text(columns.province)
	};
}

function conflict(
	asked: RegionRefusal['asked'],
	codes: readonly string[],
	regencies: readonly KnownRegion[]
): RegionRefusal {
	const candidates = regencies
		.filter(({ code }) => codes.includes(code))
		.map(({ code, name }) => ({ code, name }));
	return { ok: false, rule: 'region_code_name_conflict', asked, candidates };
}

/** Why nothing joined: the file may be of provinces, of districts and villages, or of elsewhere. */
function levelOf(shapes: readonly Shape[], resolver: Resolver) {
	let [provinces, below] = [0, 0];
	for (const { properties } of shapes.slice(0, 500)) {
		const results = [...properties.values()].map((text) => ({
			byCode: resolver.resolve({ code: codeOf(text) }),
			byName: resolver.resolve({ name: text, level: 'province' })
		}));
		if (results.some(({ byName }) => byName.ok)) provinces += 1;
		else if (
			results.some(({ byCode }) => byCode.ok && !byCode.code.includes('.') && byCode.code !== '00')
		)
			provinces += 1;
		if (results.some(({ byCode }) => !byCode.ok && byCode.rule === 'region_code_below_regency'))
			below += 1;
	}
	if (below > 0 && below >= provinces) return 'too_fine';
	return provinces > 0 ? 'only_provinces' : 'nothing_joined';
}
