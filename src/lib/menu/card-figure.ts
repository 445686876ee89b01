import {
	type Certainty,
	type Figure,
	type Flag,
	isCertainty,
	isFigureState,
	isFlag
} from '$lib/model';
import type { Names } from './names';

/** The dataset that headline figures are published in. */
export const PUBLISHED = 'published';

/** What the page says of a figure in a card, as its attributes carry it. */
export interface CardData {
	value: string;
	indicator: string;
	region: string;
	/** `2024-01-01/2024-12-31`, or the single day. */
	period: string;
	state: string;
	flag: string;
	certainty: string;
	sourceId: string;
}

/** Reads a card of the page; null where it has no figure in it. */
export function readCard(card: Element): CardData | null {
	const data = card.querySelector('data');
	const source = card.querySelector<HTMLAnchorElement>('a[href*="#"]');
	if (!data) return null;
	const { indicator = '', region = '', period = '', state = '', flag = '' } = data.dataset;
	const certainty = card.querySelector<HTMLElement>('[data-card]')?.dataset['card'] ?? '';
	const sourceId = decodeURIComponent(source?.hash.slice(1) ?? '');
	return { value: data.value, indicator, region, period, state, flag, certainty, sourceId };
}

/** The figure of a card; null where what stands there is none of the catalogue. */
export function cardFigure(card: CardData, names: Names): Figure | null {
	const unit = names.indicators[card.indicator]?.unit;
	if (!unit || !isFigureState(card.state)) return null;
	const [start = '', end = start] = card.period.split('/');
	return {
		indicator: card.indicator,
		region: card.region,
		period: { start, end },
		value: card.value === '' ? null : Number(card.value),
		unit,
		state: card.state,
		sourceId: card.sourceId,
		certainty: known<Certainty>(card.certainty, isCertainty) ?? 'high',
		flag: known<Flag>(card.flag, isFlag)
	};
}

function known<Word extends string>(text: string, is: (text: string) => text is Word): Word | null {
	return is(text) ? text : null;
}
