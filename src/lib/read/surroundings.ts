import { onlyYear } from './header';
import type { FileMap } from './mapping';
import { type Note, note } from './note';
import { type YearPart, readPeriodWords } from './periods';
import type { Resolver } from './region';
import { type HeaderUnit, unitInHeader, unitOfWhole } from './units';

/** What the titles, the file's name and the map say for every row that does not say it itself. */
export interface Surroundings {
	year: { year: number; note: Note } | null;
	part: YearPart | null;
	unit: { unit: HeaderUnit; note: Note } | null;
}

/** Unit of the titles: `… (Ribu Jiwa)`, `Satuan: Ribu Jiwa`; none where they name two. */
function titleUnit(titles: readonly string[]): { unit: HeaderUnit; words: string } | null {
	const found = titles.flatMap((title) => {
		const stated = /^(?:satuan|unit)\s*[:=]\s*(.+)$/i.exec(title)?.[1];
		const whole = unitOfWhole(stated ?? '');
		if (whole) return [{ unit: { kind: 'read', reading: whole } as const, words: title }];
		const unit = unitInHeader(title);
		return unit.kind === 'read' ? [{ unit, words: title }] : [];
	});
	const kinds = new Set(found.map(({ unit }) => `${unit.reading.unit} ${unit.reading.factor}`));
	return kinds.size === 1 ? (found[0] ?? null) : null;
}

export function surroundingsOf(
	titles: readonly string[],
	fileWords: string,
	map: FileMap
): Surroundings {
	const fromMap = map.period === undefined ? null : readPeriodWords(map.period);
	const inTitle = onlyYear(titles);
	const inName = onlyYear([fileWords]);
	const year =
		typeof fromMap?.year === 'number'
			? { year: fromMap.year, note: note('year_from_map', map.period) }
			: inTitle !== null
				? { year: inTitle, note: note('year_from_title', String(inTitle)) }
				: inName !== null
					? { year: inName, note: note('year_from_name', fileWords, String(inName)) }
					: null;
	const parts = titles.flatMap((title) => readPeriodWords(title).part ?? []);
	const onlyPart =
		new Set(parts.map(({ from, to }) => `${from}-${to}`)).size === 1 ? parts[0] : undefined;
	const title = titleUnit(titles);
	const mapped = map.unit === undefined ? null : unitOfWhole(map.unit);
	const unit = title
		? { unit: title.unit, note: note('unit_from_title', title.words) }
		: map.unit === undefined
			? null
			: {
					unit: mapped
						? ({ kind: 'read', reading: mapped } as const)
						: ({ kind: 'unknown', words: map.unit } as const),
					note: note('unit_from_map', map.unit)
				};
	return { year, part: fromMap?.part ?? onlyPart ?? null, unit };
}

/**
 * The one place that the file's name or titles name, for a table without a column of regions:
 * `jabar_garis_kemiskinan_provinsi` is about Jawa Barat. Null where they name none or several.
 */
export function onlyPlace(texts: readonly string[], resolver: Resolver): string | null {
	const found = new Set<string>();
	for (const text of texts) {
		const words = text.split(/[^\p{L}]+/u).filter((word) => word.length > 1);
		let used = 0;
		for (let at = 0; at < words.length; at = Math.max(at + 1, used))
			for (let count = Math.min(4, words.length - at); count >= 1; count -= 1) {
				const name = words.slice(at, at + count).join(' ');
				const place = ['province', 'nation'] as const;
				const hit = place.map((level) => resolver.resolve({ name, level })).find((one) => one.ok);
				if (!hit?.ok) continue;
				found.add(hit.code);
				used = at + count;
				break;
			}
	}
	const [only] = found;
	return found.size === 1 && only !== undefined ? only : null;
}
