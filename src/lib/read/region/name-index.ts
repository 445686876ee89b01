import type { RegionKind } from '$lib/model/region';
import { NATION } from '$lib/model/region';
import { nearest } from './nearest';
import { phrasesOf, type Phrase } from './phrase';
import type { KnownRegion, RegionReference } from './reference';
import type { Reading } from './resolution';
import { NATION_FORMS, PROVINCE_FORMS } from './words';

interface Entry {
	region: KnownRegion;
	kind: RegionKind;
	stem: string;
	former: boolean;
}

/** Names, former names and spellings of all regions, ready to be searched. */
export interface NameIndex {
	/** Every region that the text may mean; empty where it means none. */
	readings: (text: string) => Reading[];
	/** Regions of nearest spelling, nearest first. */
	nearest: (text: string, among: (region: KnownRegion) => boolean) => KnownRegion[];
}

/** @throws where a former name belongs to no known region: the reference itself is wrong */
export function indexNames(reference: RegionReference): NameIndex {
	const byCode = new Map(reference.regions.map((region) => [region.code, region]));
	const entries: Entry[] = reference.regions.map((region) => entryOf(region, region.name, false));
	for (const { code, formerName } of reference.formerNames) {
		const region = byCode.get(code);
		if (!region) throw new Error(`Former name of an unknown region: ${code} ${formerName}`);
		entries.push(entryOf(region, formerName, true));
	}
	const byStem = new Map<string, Entry[]>();
	for (const entry of entries) byStem.set(entry.stem, [...(byStem.get(entry.stem) ?? []), entry]);

	return {
		readings(text) {
			const found = new Map<string, Reading>();
			for (const phrase of phrasesOf(text))
				for (const entry of matches(byStem, phrase)) {
					const via = entry.former ? 'former_name' : 'name';
					if (via === 'name' || !found.has(entry.region.code))
						found.set(entry.region.code, { code: entry.region.code, via });
				}
			return [...found.values()];
		},
		nearest(text, among) {
			const allowed = entries.filter((entry) => among(entry.region));
			const phrases = phrasesOf(text);
			const said = phrases.find((phrase) => phrase.kind !== null) ?? phrases[0];
			if (!said) return [];
			const sameKind = allowed.filter((entry) => said.kind === null || entry.kind === said.kind);
			const close = nearest(said.stem, sameKind, (entry) => entry.stem, 5);
			const regions = (close.length > 0 ? close : nearest(said.stem, allowed, stemOf, 5)).map(
				(entry) => entry.region
			);
			return [...new Set(regions)].slice(0, 3);
		}
	};
}

const stemOf = (entry: Entry) => entry.stem;

function entryOf(region: KnownRegion, name: string, former: boolean): Entry {
	const phrases = phrasesOf(name);
	const phrase = phrases.find(({ kind }) => kind === region.kind) ?? phrases[0];
	return { region, kind: region.kind, stem: phrase?.stem ?? '', former };
}

function matches(byStem: ReadonlyMap<string, Entry[]>, { kind, stem }: Phrase): Entry[] {
	if (kind === null && NATION_FORMS.has(stem))
		return (byStem.get('indonesia') ?? []).filter((entry) => entry.region.code === NATION);
	const sameKind = (entry: Entry) => kind === null || entry.kind === kind;
	const official = (byStem.get(stem) ?? []).filter(sameKind);
	// With its kind said, a name in use today wins over the same name of the past.
	const present = official.filter((entry) => !entry.former);
	const direct = kind !== null && present.length > 0 ? present : official;
	const form = PROVINCE_FORMS.get(stem);
	if (form === undefined || (kind !== null && kind !== 'provinsi')) return direct;
	const provinces = (byStem.get(form) ?? []).filter((entry) => entry.kind === 'provinsi');
	return [...direct, ...provinces];
}
