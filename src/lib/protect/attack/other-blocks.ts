import { MARGIN } from '$lib/model';
import { BlockAssembler } from './assemble';
import type { Block } from './block';
import type { CellPlace, CellStore, Knowledge } from './store';

export interface ParentSpec {
	parent: string;
	parts: readonly string[];
	month: string;
	measure: string;
}

/**
 * A nation, province or list with its parts in one month: K1 and K2 of one measure. Withheld first
 * is K2 of the parts, then their K1, then the parent's.
 */
export function parentBlock(spec: ParentSpec, store: CellStore, knowledge: Knowledge): Block {
	const { parent, parts, month: period, measure } = spec;
	const assembler = new BlockAssembler(store, knowledge);
	const k1 = (region: string): CellPlace => ({ cube: 'k1', region, period, measure });
	const k2 = (region: string, decile: string): CellPlace => ({
		cube: 'k2',
		region,
		period,
		measure,
		decile
	});
	// Without true counts, a part may have no published cell at all, and not be known as one.
	const add = (whole: CellPlace, all: readonly CellPlace[]) =>
		knowledge.exact ? assembler.sum(whole, all) : assembler.hold(whole, all);
	add(k1(parent), parts.map(k1));
	if (knowledge.counted('k2', measure)) {
		for (const decile of knowledge.deciles)
			add(
				k2(parent, decile),
				parts.map((region) => k2(region, decile))
			);
		for (const region of [parent, ...parts])
			assembler.sum(
				k1(region),
				knowledge.deciles.map((decile) => k2(region, decile))
			);
	}
	return assembler.finish('parent', `parent|${parent}|${period}|${measure}`, () => [
		({ cube, region }) => cube === 'k2' && region !== parent,
		({ cube, region }) => cube === 'k1' && region !== parent,
		({ cube }) => cube === 'k2',
		() => true
	]);
}

export interface YearSpec {
	region: string;
	year: string;
	measure: string;
}

/** Layers of K4 from the finest; the order of those of one size is fixed and means nothing. */
const YEAR_LAYERS = [
	'decile,sex,age',
	'decile,sex',
	'decile,age',
	'sex,age',
	'decile',
	'sex',
	'age',
	''
];

/** One place, year and measure: K4 with all its margins. Withheld first are the finest cells. */
export function yearBlock(spec: YearSpec, store: CellStore, knowledge: Knowledge): Block {
	const { region, year: period, measure } = spec;
	const { deciles } = knowledge;
	// A family has neither sex nor age.
	const people = knowledge.counted('k3', measure);
	const sexes = people ? knowledge.sexes : [];
	const ages = people ? knowledge.ages : [];
	const assembler = new BlockAssembler(store, knowledge);
	const cell = (decile: string, sex: string, age: string): CellPlace => ({
		cube: 'k4',
		region,
		period,
		measure,
		decile,
		sex,
		age
	});
	for (const sex of [MARGIN, ...sexes])
		for (const age of [MARGIN, ...ages])
			assembler.sum(
				cell(MARGIN, sex, age),
				deciles.map((decile) => cell(decile, sex, age))
			);
	for (const decile of people ? [MARGIN, ...deciles] : []) {
		for (const age of [MARGIN, ...ages])
			assembler.sum(
				cell(decile, MARGIN, age),
				sexes.map((sex) => cell(decile, sex, age))
			);
		for (const sex of [MARGIN, ...sexes])
			assembler.sum(
				cell(decile, sex, MARGIN),
				ages.map((age) => cell(decile, sex, age))
			);
	}
	return assembler.finish('year', `year|${region}|${period}|${measure}`, () =>
		YEAR_LAYERS.map(
			(name) =>
				({ layer }) =>
					layer === name
		)
	);
}

/** One place, year and step up the ladder: K5. Both of its margins are one layer. */
export function waitingBlock(spec: YearSpec, store: CellStore, knowledge: Knowledge): Block {
	const { region, year: period, measure } = spec;
	const assembler = new BlockAssembler(store, knowledge);
	const cell = (waiting: string): CellPlace => ({ cube: 'k5', region, period, measure, waiting });
	assembler.sum(cell(MARGIN), knowledge.waiting.map(cell));
	return assembler.finish('waiting', `waiting|${region}|${period}|${measure}`, () => [() => true]);
}

export interface CooperativeSpec {
	cooperative: string;
	month: string;
}

/** One cooperative and month: those who are active are among its members. */
export function cooperativeBlock(
	spec: CooperativeSpec,
	store: CellStore,
	knowledge: Knowledge
): Block {
	const { cooperative: region, month: period } = spec;
	const assembler = new BlockAssembler(store, knowledge);
	const cell = (measure: string): CellPlace => ({ cube: 'k6', region, period, measure });
	assembler.nest(cell('members'), cell('active'));
	return assembler.finish('cooperative', `cooperative|${region}|${period}`, () => [
		({ measure }) => measure === 'active',
		() => true
	]);
}
