import { nameOf } from '$lib/answer/context';
import { m } from '$lib/i18n/paraglide/messages';
import { type Locale, NATION, type PlaceCode, placeLevel, provinceOf } from '$lib/model';
import type { CompareContext } from './context';

/** A place that is compared, and why it is there where the reader has not named it. */
export interface ComparedPlace {
	code: PlaceCode;
	name: string;
	why: string;
}

/**
 * The places that are compared: those that the reader chose; beside a single one its province, the
 * nation, and the district that is most like it in the poverty rate and in the number of PKH recipients.
 */
export function comparedPlaces(
	chosen: readonly PlaceCode[],
	context: CompareContext,
	locale: Locale
): ComparedPlace[] {
	const at = { locale };
	const named = (code: PlaceCode, why = ''): ComparedPlace => ({
		code,
		name: nameOf(code, context),
		why
	});
	const [one, ...others] = chosen.length === 0 ? context.fallback : chosen;
	if (one === undefined) return [];
	if (others.length > 0 || chosen.length === 0) return [one, ...others].map((code) => named(code));
	const peers = context.peers[one];
	const year = String(context.likeness?.year ?? '');
	const beside = [
		...(placeLevel(one) === 'regency'
			? [named(provinceOf(one), m.compare_why_province({}, at))]
			: []),
		...(one === NATION ? [] : [named(NATION, m.compare_why_nation({}, at))]),
		...(peers?.rate ? [named(peers.rate, m.compare_why_rate({ year }, at))] : []),
		...(peers?.number ? [named(peers.number, m.compare_why_number({}, at))] : [])
	];
	const known = beside.filter(({ code }) => context.names[code] !== undefined);
	const first = new Map(known.map((place) => [place.code, place]));
	return [named(one), ...first.values()];
}
