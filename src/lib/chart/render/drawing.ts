import { m } from '$lib/i18n/paraglide/messages';
import { stateName } from '$lib/i18n/words';
import { WIDE, heightOf, tileSide } from '../layout/size';
import type { MarkKind } from '../mark';
import type { ChartModel } from '../model';
import { positionShapes } from '../option/funnel-shapes';
import { markShapes } from '../option/mark';
import { PAPER, onPaper } from '../option/paper';
import type { Shape } from '../option/shapes';
import { isShaded } from '../shaded';
import { stepOfClass } from '../step';
import { drawSvg } from './draw';

/** Titles and sources need so much to be read, in pixels. */
const LEAST = 440;

/** A chart as it is drawn on paper, without what stands around it. */
export interface Drawing {
	/** What is inside the `<svg>`. */
	inside: string;
	width: number;
	height: number;
	legend: readonly { mark: string; label: string }[];
}

/** Draws a chart for a file, in the light colours, whatever the page looks like. */
export function drawingOf(model: ChartModel): Drawing {
	const size = { width: WIDE, height: heightOf(model, WIDE) };
	return {
		inside: onPaper(drawSvg(model, size))
			.replace(/<style[\s\S]*?<\/style>/g, '')
			.replace(/^[^<]*<svg[^>]*>|<\/svg>\s*$/g, ''),
		width: drawnWidth(model),
		height: size.height,
		legend: [...legendOf(model), ...statesOf(model)]
	};
}

/** A map of few tiles is narrower than the room that it has: nothing stands beside it on paper. */
function drawnWidth(model: ChartModel): number {
	if (model.kind !== 'tiles') return WIDE;
	return Math.min(WIDE, Math.max(LEAST, model.width * tileSide(model.width, WIDE) + 6));
}

function legendOf(model: ChartModel): Drawing['legend'] {
	if (isShaded(model))
		return [
			...model.classes.map(({ label, count }, index) => ({
				mark: `<rect width="12" height="12" fill="${PAPER[`sequential-${stepOfClass(index + 1, model.classes.length)}`]}" stroke="${PAPER['grey-mark']}"/>`,
				label: `${label} (${count})`
			})),
			...model.textures.map(({ look, label, count }) => ({
				mark: markOf(look === 'class' ? 'published' : look),
				label: `${label} (${count})`
			})),
			...(model.leftOut > 0
				? [
						{
							mark: markOf('left_out'),
							label: `${m.chart_left_out({}, { locale: model.locale })} (${model.leftOut})`
						}
					]
				: [])
		];
	if (model.kind === 'funnel')
		return model.positions.map(({ position, label, count }) => ({
			mark: svgOf(positionShapes(position, { x: 6, y: 6 }, soft(), paper())),
			label: `${label} (${count})`
		}));
	return [];
}

/** States that a mark tells apart: all but what is counted plainly, and what the legend names already. */
function statesOf(model: ChartModel): Drawing['legend'] {
	const textures = new Set<string>(isShaded(model) ? model.textures.map(({ look }) => look) : []);
	return model.states
		.filter((state) => state !== 'demo' && !textures.has(state))
		.filter((state) => state !== 'computed' || model.states.includes('published'))
		.map((state) => ({ mark: markOf(state), label: stateName(state, model.locale) }));
}

function markOf(kind: MarkKind): string {
	return svgOf(markShapes(kind, { x: 6, y: 6, radius: 4.5 }, soft(), paper()));
}

function svgOf(shapes: readonly Shape[]): string {
	return shapes
		.map((shape) => {
			if (!('path' in shape)) return '';
			const { path, fill = 'none', stroke, width, dash } = shape;
			const line = stroke
				? ` stroke="${stroke}"${width === undefined ? '' : ` stroke-width="${width}"`}${dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''}`
				: '';
			return `<path d="${path}" fill="${fill}"${line}/>`;
		})
		.join('');
}

const soft = () => PAPER['ink-soft'] ?? '';
const paper = () => PAPER['paper'] ?? '';
