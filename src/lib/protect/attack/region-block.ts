import { MARGIN } from '$lib/model';
import { BlockAssembler } from './assemble';
import type { Block, Layer } from './block';
import { COVERED, type Family, NESTED, SLICES, SPLITS } from './relations';
import type { CellPlace, CellStore, Knowledge } from './store';

export interface RegionSpec {
	region: string;
	/** `2025-03` */
	month: string;
	family: Family;
}

/** Places of all cells of one measure in K1, K2 and K3, as functions of the measure. */
function patterns(spec: RegionSpec, knowledge: Knowledge) {
	const { region, month: period } = spec;
	const { deciles, sexes, ages } = knowledge;
	const k1 = (measure: string): CellPlace => ({ cube: 'k1', region, period, measure });
	const k2 =
		(decile: string) =>
		(measure: string): CellPlace => ({ cube: 'k2', region, period, measure, decile });
	const k3 =
		(sex: string, age: string) =>
		(measure: string): CellPlace => ({ cube: 'k3', region, period, measure, sex, age });
	const grid = [MARGIN, ...sexes].flatMap((sex) =>
		[MARGIN, ...ages].filter((age) => sex !== MARGIN || age !== MARGIN).map((age) => ({ sex, age }))
	);
	return { k1, k2, k3, deciles, sexes, ages, grid };
}

/** K2 and K3 of one measure add up to K1. */
function addUp(
	assembler: BlockAssembler,
	spec: RegionSpec,
	knowledge: Knowledge,
	measure: string
): void {
	const { k1, k2, k3, deciles, sexes, ages } = patterns(spec, knowledge);
	const whole = k1(measure);
	assembler.cell(whole);
	if (knowledge.counted('k2', measure))
		assembler.sum(
			whole,
			deciles.map((decile) => k2(decile)(measure))
		);
	if (!knowledge.counted('k3', measure)) return;
	assembler.sum(
		whole,
		sexes.map((sex) => k3(sex, MARGIN)(measure))
	);
	assembler.sum(
		whole,
		ages.map((age) => k3(MARGIN, age)(measure))
	);
	for (const sex of sexes)
		assembler.sum(
			k3(sex, MARGIN)(measure),
			ages.map((age) => k3(sex, age)(measure))
		);
	for (const age of ages)
		assembler.sum(
			k3(MARGIN, age)(measure),
			sexes.map((sex) => k3(sex, age)(measure))
		);
}

/** What holds between measures holds cell by cell. */
function relate(
	assembler: BlockAssembler,
	spec: RegionSpec,
	knowledge: Knowledge,
	measures: ReadonlySet<string>
): void {
	const { k1, k2, k3, deciles, grid } = patterns(spec, knowledge);
	const everywhere = (ids: readonly string[], tell: (of: (id: string) => CellPlace) => void) => {
		if (!ids.every((id) => measures.has(id))) return;
		tell(k1);
		if (ids.every((id) => knowledge.counted('k2', id)))
			for (const decile of deciles) tell(k2(decile));
		if (ids.every((id) => knowledge.counted('k3', id)))
			for (const { sex, age } of grid) tell(k3(sex, age));
	};
	for (const { part, whole } of NESTED)
		everywhere([part, whole], (of) => assembler.nest(of(whole), of(part)));
	for (const { whole, parts } of SPLITS)
		everywhere([whole, ...parts], (of) => assembler.sum(of(whole), parts.map(of), true));
	for (const { whole, parts } of COVERED)
		everywhere([whole, ...parts], (of) => assembler.cover(of(whole), parts.map(of)));
	for (const { part, whole, dimension, values } of SLICES) {
		if (!measures.has(part) || !measures.has(whole)) continue;
		const cube = dimension === 'decile' ? 'k2' : 'k3';
		if (!knowledge.counted(cube, part) || !knowledge.counted(cube, whole)) continue;
		const cells =
			dimension === 'decile'
				? deciles.map((decile) => ({ value: decile, of: k2(decile) }))
				: grid
						.filter(({ age }) => age !== MARGIN)
						.map(({ sex, age }) => ({ value: age, of: k3(sex, age) }));
		for (const { value, of } of cells)
			assembler.sum(of(part), values.includes(value) ? [of(whole)] : [], true);
	}
}

const FINEST_FIRST: readonly ((layer: Layer) => boolean)[] = [
	({ cube, layer }) => cube === 'k3' && layer === 'sex,age',
	({ cube, layer }) => cube === 'k3' && layer === 'age',
	({ cube, layer }) => cube === 'k3' && layer === 'sex',
	({ cube }) => cube === 'k2'
];

/**
 * One place and month: K1, K2 and K3 of a family of measures. Withheld first are the finest cells
 * of the measures in which a count was narrowed: K3 by sex and age, by age, by sex, then K2; then
 * the same of the whole family, its K1, and last the measures around it.
 */
export function regionBlock(spec: RegionSpec, store: CellStore, knowledge: Knowledge): Block {
	const { region, month, family } = spec;
	const assembler = new BlockAssembler(store, knowledge);
	const counted = (measure: string) => knowledge.counted('k1', measure);
	const measures = [...family.own, ...family.around].filter(counted);
	for (const measure of measures) addUp(assembler, spec, knowledge, measure);
	relate(assembler, spec, knowledge, new Set(measures));
	return assembler.finish('region', `region|${region}|${month}|${family.id}`, (narrowed) => {
		const of = (some: (measure: string) => boolean) =>
			FINEST_FIRST.map((takes) => (layer: Layer) => some(layer.measure) && takes(layer));
		const own = (measure: string) => family.own.includes(measure);
		return [
			...of((measure) => narrowed.has(measure)),
			...of(own),
			(layer) => layer.cube === 'k1' && own(layer.measure),
			...of(() => true),
			() => true
		];
	});
}
