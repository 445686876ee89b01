import type { Annotation, BarsModel, ChartModel, Extent } from '../model';

export interface Size {
	width: number;
	height: number;
}

/** Where a point's mark stands in the drawing, in pixels, and how large the ring about it is. */
export interface Place {
	x: number;
	y: number;
	radius: number;
}

/**
 * Charts are drawn for these widths before anyone has come; CSS shows one of the two. A screen of
 * 320 pixels has room for 288: what is drawn for that is only ever scaled up.
 */
export const NARROW = 288;
export const WIDE = 680;

/** Below this a drawing is laid out for a phone. */
const PHONE = 520;

/** Whether something stands above bars: a reference's name, or the head of their ranks. */
export function hasHead({ reference, bars }: Pick<BarsModel, 'reference' | 'bars'>): boolean {
	return reference !== null || bars.some(({ ranks }) => ranks !== null);
}

export function isPhone(width: number): boolean {
	return width < PHONE;
}

/** Size of text in a drawing, in pixels. */
export function fontSize(width: number): number {
	if (width <= NARROW) return 11.5;
	return isPhone(width) ? 12 : 13;
}

/** Height of a row of bars or dots. */
export const ROW = 24;

/** A panel of several is no lower and no higher than this. */
const PANEL = { low: 112, high: 210 };
/** Room in a panel for its name and its times, and beside the first for the numbers of the scale. */
const PANEL_WORDS = 46;
const SCALE_WORDS = 40;
/** Height of a plot by its width: in one row alone there is room to show more. */
const PLOT = { rows: 0.42, row: 0.6 };

/** Height that a drawing needs at a width: by its rows, where it has rows. */
export function heightOf(model: ChartModel, width: number): number {
	const phone = isPhone(width);
	switch (model.kind) {
		case 'line':
			return (phone ? 250 : 340) + annotationRoom(model.annotations);
		case 'bars':
			return model.bars.length * ROW + (hasHead(model) ? 26 : 6) + 6;
		case 'pairs':
			return (
				model.pairs.length * (model.look === 'bars' ? 2 * ROW + 8 : ROW) +
				38 +
				model.namesRoom[phone ? 0 : 1]
			);
		case 'funnel':
			return phone ? 320 : 420;
		case 'scatter':
			return (phone ? 300 : 400) + model.namesRoom[phone ? 0 : 1];
		case 'multiples':
			return panelsHeight(width, model.panels.length);
		case 'points':
		case 'areas':
			return Math.ceil(width * heightByWidth(model.extent));
		case 'tiles':
			return Math.ceil(model.height * tileSide(model.width, width)) + 6;
	}
}

function heightByWidth({ west, south, east, north }: Extent): number {
	return (north - south) / (east - west);
}

/** Room above a plot for the words of its annotations, one line each. */
export function annotationRoom(annotations: readonly Annotation[]): number {
	return annotations.length * 18;
}

/** As many to a row as there is room for, in rows that are all but equally long. */
export function panelColumns(width: number, panels: number): number {
	const rows = Math.ceil(panels / (isPhone(width) ? 2 : 4));
	return Math.max(2, Math.ceil(panels / Math.max(1, rows)));
}

function panelsHeight(width: number, panels: number): number {
	const columns = panelColumns(width, panels);
	const rows = Math.ceil(panels / columns);
	const plot = ((width - SCALE_WORDS) / columns) * (rows > 1 ? PLOT.rows : PLOT.row);
	return Math.round(rows * Math.min(PANEL.high, Math.max(PANEL.low, PANEL_WORDS + plot)));
}

/** Side of a tile: as large as the width allows, no larger than reads well. */
export function tileSide(columns: number, width: number): number {
	return columns === 0 ? 0 : Math.min(52, (width - 6) / columns);
}
