import type { Direction } from '$lib/model/catalogue';
import type { Certainty } from '$lib/model/certainty';
import type { IslandGroup, Region, RegionCode } from '$lib/model/region';
import type { Unit } from '$lib/model/unit';
import type { FormerCode, FormerName, FormerProvince } from '$lib/read/region';

/** A text in both languages. */
export interface Bilingual {
	id: string;
	en: string;
}

export interface RegionRecord extends Region {
	/** Empty where it is not certain. */
	bpsCode: string;
	/** People in December 2024. */
	male: number;
	female: number;
	population: number;
	areaKm2: number;
	lat: number;
	lng: number;
	/** Null for the nation. */
	islandGroup: IslandGroup | null;
	sourceId: string;
}

export interface FormerNameRecord extends FormerName {
	/** Year; empty for a spelling that is still met. */
	until: string;
	sourceId: string;
	note: string;
}

export interface FormerProvinceRecord extends FormerProvince {
	until: string;
	sourceId: string;
}

export interface FormerCodeRecord extends FormerCode {
	until: string;
	sourceId: string;
}

export interface ProgrammeRecord {
	id: string;
	name: Bilingual;
	description: Bilingual;
	owner: string;
	/** Path of its page in Indonesian; empty where it has none. */
	page: string;
	/** First day on which it exists, and the source that says so; both empty where none does. */
	beginsOn: string;
	beginsSource: string;
}

export interface IndicatorRecord {
	id: string;
	programme: string;
	name: Bilingual;
	definition: Bilingual;
	numerator: Bilingual;
	denominator: Bilingual;
	unit: Unit;
	direction: Direction;
	methodSource: string;
}

export interface SourceRecord {
	id: string;
	publisher: string;
	/** Empty where the publisher is called the same in both languages, as a name is. */
	publisherEn: string;
	title: string;
	date: string;
	where: string;
	note: Bilingual;
}

export interface PriorityListRecord {
	id: string;
	name: Bilingual;
	membersPublic: boolean;
	size: number;
	certainty: Certainty;
	sourceId: string;
	note: Bilingual;
}

export interface PriorityListMemberRecord {
	listId: string;
	regionCode: RegionCode;
	sourceId: string;
	certainty: Certainty;
}

export interface KampungRecord {
	cooperativeNumber: number;
	cooperative: string;
	kampung: string;
	sourceId: string;
}

export interface TileRecord {
	regionCode: RegionCode;
	x: number;
	y: number;
}

/** All reference data, checked. */
export interface Reference {
	regions: RegionRecord[];
	formerNames: FormerNameRecord[];
	formerProvinces: FormerProvinceRecord[];
	formerCodes: FormerCodeRecord[];
	programmes: ProgrammeRecord[];
	indicators: IndicatorRecord[];
	sources: SourceRecord[];
	priorityLists: PriorityListRecord[];
	priorityListMembers: PriorityListMemberRecord[];
	kampung: KampungRecord[];
	tiles: TileRecord[];
}
