export type {
	CodeSystem,
	FormerCode,
	FormerName,
	FormerProvince,
	KnownRegion,
	RegionReference
} from './reference';
export {
	REGION_RULES,
	type RegionCandidate,
	type RegionFound,
	type RegionQuestion,
	type RegionRefusal,
	type RegionResolution,
	type RegionRule,
	type Via
} from './resolution';
export { createResolver, type Resolver } from './resolver';
export { regionRefusalText } from './text';
