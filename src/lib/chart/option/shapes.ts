import type { CustomSeriesOption } from 'echarts/charts';

/** A place in pixels of the drawing. */
export type Corner = readonly [x: number, y: number];

/** A path in pixels of the drawing, or a text. */
export type Shape =
	| {
			path: string;
			fill?: string;
			stroke?: string;
			width?: number;
			dash?: number[];
			opacity?: number;
	  }
	| {
			text: string;
			x: number;
			y: number;
			size: number;
			fill: string;
			align?: 'left' | 'center' | 'right';
			bold?: boolean;
			/** Colour of an edge about the letters, for text that stands on other marks. */
			halo?: string;
	  };

/** A series that draws shapes as they are, without axes. Later shapes lie over earlier ones. */
export function shapeSeries(id: string, shapes: readonly Shape[], z: number): CustomSeriesOption {
	return {
		id,
		type: 'custom',
		coordinateSystem: 'none',
		silent: true,
		animation: false,
		z,
		data: shapes.map((_, index) => index),
		renderItem: (params) => {
			const shape = shapes[params.dataIndex];
			return shape ? drawShape(shape) : null;
		}
	};
}

function drawShape(shape: Shape) {
	if ('text' in shape)
		return {
			type: 'text' as const,
			x: shape.x,
			y: shape.y,
			style: {
				text: shape.text,
				fill: shape.fill,
				fontSize: shape.size,
				fontWeight: shape.bold ? ('bold' as const) : ('normal' as const),
				align: shape.align ?? ('left' as const),
				verticalAlign: 'middle' as const,
				...(shape.halo ? { stroke: shape.halo, lineWidth: 3 } : {})
			}
		};
	return {
		type: 'path' as const,
		shape: { pathData: shape.path },
		style: {
			fill: shape.fill ?? 'none',
			stroke: shape.stroke ?? 'none',
			lineWidth: shape.width ?? 1,
			opacity: shape.opacity ?? 1,
			...(shape.dash ? { lineDash: shape.dash } : {})
		}
	};
}

/** A number as short as a drawing needs it. */
function px(value: number): string {
	return String(Math.round(value * 10) / 10);
}

export function segment(x1: number, y1: number, x2: number, y2: number): string {
	return `M${px(x1)} ${px(y1)}L${px(x2)} ${px(y2)}`;
}

export function box(x: number, y: number, width: number, height: number): string {
	return `M${px(x)} ${px(y)}h${px(width)}v${px(height)}h${px(-width)}z`;
}

/** The lower half of a circle. */
export function halfCircle(x: number, y: number, radius: number): string {
	const r = px(radius);
	return `M${px(x - radius)} ${px(y)}a${r} ${r} 0 1 0 ${px(2 * radius)} 0z`;
}

export function circle(x: number, y: number, radius: number): string {
	const r = px(radius);
	return `M${px(x - radius)} ${px(y)}a${r} ${r} 0 1 0 ${px(2 * radius)} 0a${r} ${r} 0 1 0 ${px(-2 * radius)} 0z`;
}
