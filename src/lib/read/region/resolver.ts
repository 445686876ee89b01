import { NATION, type RegionCode } from '$lib/model/region';
import { indexCodes } from './code-index';
import { indexNames } from './name-index';
import type { KnownRegion, RegionReference } from './reference';
import type {
	Reading,
	RegionCandidate,
	RegionFound,
	RegionQuestion,
	RegionRefusal,
	RegionResolution,
	RegionRule
} from './resolution';

export interface Resolver {
	/**
	 * The one region that a row means, or why it cannot be said. Never guesses between two, and a
	 * misspelled name alone is never taken for the name it resembles.
	 */
	resolve: (question: RegionQuestion) => RegionResolution;
	/**
	 * The same for the rows of one list, where bare names may be told by what stands beside them:
	 * `Bogor` in a list that also holds `Kota Bogor` is the regency; `Jambi` in a list of provinces
	 * is the province.
	 */
	among: (questions: readonly RegionQuestion[]) => Resolver;
}

/** Builds a resolver. @throws where the reference contradicts itself */
export function createResolver(reference: RegionReference): Resolver {
	const regions = new Map(reference.regions.map((region) => [region.code, region]));
	const names = indexNames(reference);
	const codes = indexCodes(reference);
	const homes = new Map<RegionCode, Set<RegionCode>>();
	for (const { code, provinceCode } of reference.regions) homes.set(code, new Set([provinceCode]));
	for (const { code, formerProvinceCode } of reference.formerProvinces)
		homes.get(code)?.add(formerProvinceCode);

	function refuse(
		rule: RegionRule,
		asked: RegionQuestion,
		found: readonly { code: RegionCode }[]
	): RegionRefusal {
		const listed = [...new Set(found.map(({ code }) => code))];
		const candidates: RegionCandidate[] = listed.flatMap((code) => {
			const region = regions.get(code);
			return region ? [{ code, name: region.name }] : [];
		});
		return { ok: false, rule, asked, candidates };
	}

	/** Provinces that the province column may mean: a code may belong to either system. */
	function provinces(asked: RegionQuestion): Set<RegionCode> | RegionRefusal | null {
		const text = clean(asked.province);
		if (text === '') return null;
		const readings = /^[\d.'\s]+$/.test(text)
			? codes.readings(text, asked.codes).readings
			: names.readings(text);
		// The row of a national total often names the nation in its province column.
		if (readings.some(({ code }) => code === NATION)) return null;
		const found = readings.filter(({ code }) => regions.get(code)?.level === 'province');
		if (found.length > 0) return new Set(found.map(({ code }) => code));
		const near = names.nearest(text, ({ level }) => level === 'province');
		return refuse('region_province_unknown', asked, near);
	}

	function resolve(asked: RegionQuestion): RegionResolution {
		const code = clean(asked.code);
		const name = clean(asked.name);
		if (code === '' && name === '') return refuse('region_empty', asked, []);
		const within = provinces(asked);
		if (within !== null && 'ok' in within) return within;
		const inProvince = (region: KnownRegion) =>
			within === null ||
			region.level === 'nation' ||
			[...(homes.get(region.code) ?? [])].some((home) => within.has(home));
		const ofLevel = (region: KnownRegion) =>
			asked.level === undefined || region.level === asked.level;

		/** Keeps what level and province allow; says which of them left nothing. */
		function narrow(readings: readonly Reading[]): Reading[] | RegionRefusal {
			const keep = (test: (region: KnownRegion) => boolean, list: readonly Reading[]) =>
				list.filter((reading) => {
					const region = regions.get(reading.code);
					return region !== undefined && test(region);
				});
			const levelled = keep(ofLevel, readings);
			if (readings.length > 0 && levelled.length === 0)
				return refuse('region_level_conflict', asked, readings);
			const placed = keep(inProvince, levelled);
			if (levelled.length > 0 && placed.length === 0)
				return refuse('region_province_conflict', asked, levelled);
			return placed;
		}

		function byName(): Reading[] | RegionRefusal {
			const readings = names.readings(name);
			if (readings.length > 0) return narrow(readings);
			const near = names.nearest(name, (region) => inProvince(region) && ofLevel(region));
			return refuse('region_unknown', asked, near);
		}

		if (code === '') {
			const found = byName();
			return isRefusal(found)
				? found
				: single(found, () => refuse('region_ambiguous', asked, found));
		}
		const { readings, rule } = codes.readings(code, asked.codes);
		const hopeless = rule === 'region_code_unknown' || rule === 'region_code_malformed';
		if (hopeless || rule === 'region_code_below_regency')
			return refuse(rule, asked, readings.length > 0 ? readings : names.readings(name));
		const coded = narrow(readings);
		if (isRefusal(coded)) return coded;
		const alone = () =>
			single(
				coded.map((reading) => (reading.via === 'code_and_name' ? null : reading)),
				() => refuse(rule ?? 'region_code_system_ambiguous', asked, coded)
			);
		if (name === '') return alone();

		const named = names.readings(name);
		if (named.length === 0) {
			// The code decides only where the name looks like a slip of the name that the code bears.
			const near = names.nearest(name, () => true);
			const result = alone();
			const slip = result.ok && near.some((region) => region.code === result.code);
			if (slip) return { ...result, unrecognisedName: name };
			return refuse('region_code_name_conflict', asked, [...coded, ...near]);
		}
		const agreed = coded.filter((reading) => named.some((other) => other.code === reading.code));
		if (agreed.length === 0)
			return refuse('region_code_name_conflict', asked, [...coded, ...named]);
		const narrowed = coded.length > 1 ? agreed.map(({ code }) => told(code)) : agreed;
		return single(narrowed, () => refuse('region_ambiguous', asked, agreed));
	}

	function among(questions: readonly RegionQuestion[]): Resolver {
		const claimed = new Set<RegionCode>();
		for (const question of questions) {
			const result = resolve(question);
			if (result.ok) claimed.add(result.code);
		}
		const levels = [...claimed].map((code) => regions.get(code)?.level);
		const onlyProvinces =
			levels.filter((level) => level === 'province').length >= 3 && !levels.includes('regency');
		return {
			among,
			resolve(asked) {
				const result = resolve(asked);
				if (result.ok || result.rule !== 'region_ambiguous') return result;
				const left = result.candidates.filter(({ code }) =>
					onlyProvinces ? regions.get(code)?.level === 'province' : !claimed.has(code)
				);
				const [only] = left;
				// Lists leave out "Kabupaten" and never "Kota": a bare name beside "Kota Bogor" is the
				// regency, while beside "Kabupaten Bogor" it could be a slip for either.
				const plain = only && (onlyProvinces || regions.get(only.code)?.kind === 'kabupaten');
				return only && plain && left.length === 1
					? { ok: true, code: only.code, via: 'elimination' }
					: result;
			}
		};
	}

	return { resolve, among };
}

function clean(text: string | undefined): string {
	return (text ?? '').trim();
}

function told(code: RegionCode): Reading {
	return { code, via: 'code_and_name' };
}

function isRefusal(value: Reading[] | RegionRefusal): value is RegionRefusal {
	return 'ok' in value;
}

/** The only reading, or what else to answer. A null is a reading that a code alone cannot give. */
function single(
	readings: readonly (Reading | null)[],
	otherwise: () => RegionRefusal
): RegionFound | RegionRefusal {
	const [only] = readings;
	return only && readings.length === 1 ? { ok: true, code: only.code, via: only.via } : otherwise();
}
