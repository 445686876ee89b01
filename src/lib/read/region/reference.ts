import type { RegionCode, RegionKind, RegionLevel } from '$lib/model/region';

/** The two systems of region codes that official files use. */
export type CodeSystem = 'kemendagri' | 'bps';

/** What the resolver knows of a region. */
export interface KnownRegion {
	code: RegionCode;
	level: RegionLevel;
	kind: RegionKind;
	/** Full official name. */
	name: string;
	provinceCode: RegionCode;
	/** Code in the BPS system without a dot, or empty where it is not certain. */
	bpsCode: string;
}

/** A name or spelling that files use for a region beside its official name. */
export interface FormerName {
	code: RegionCode;
	formerName: string;
}

/** A province to which a regency belonged before. */
export interface FormerProvince {
	code: RegionCode;
	formerProvinceCode: RegionCode;
}

/** A code that a regency bore before it moved to another province. */
export interface FormerCode {
	code: RegionCode;
	system: CodeSystem;
	/** As written then: `92.09` (Kemendagri), `9109` (BPS). */
	formerCode: string;
}

/** Everything that the resolver needs, as plain data, so that it works in the browser as well. */
export interface RegionReference {
	regions: readonly KnownRegion[];
	formerNames: readonly FormerName[];
	formerProvinces: readonly FormerProvince[];
	formerCodes: readonly FormerCode[];
}
