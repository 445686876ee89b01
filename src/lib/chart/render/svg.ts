import { NARROW, type Size, WIDE, fontSize, heightOf } from '../layout/size';
import type { ChartModel } from '../model';
import { optionOf } from '../option/option';
import { PAGE_PALETTE } from '../option/palette';
import { cleanSvg } from './clean';
import { init } from './echarts';
import { signatureOf } from './signature';

/** The drawing at build time: one for phones and one for wider screens; CSS shows one of them. */
export function chartSvg(model: ChartModel): string {
	const signature = signatureOf(model);
	return [NARROW, WIDE]
		.map((width) => {
			const size = { width, height: heightOf(model, width) };
			const name = width === NARROW ? 'narrow' : 'wide';
			const font = fontSize(width);
			return cleanSvg(
				drawSvg(model, size),
				`class="${name}" data-signature="${signature}" aria-hidden="true" font-size="${font}"`,
				font
			);
		})
		.join('');
}

/**
 * The one drawing of a page without a program: it stands for every screen and for paper, and nothing
 * takes it over, so that it needs no name. It is as wide as a phone, and only ever scaled up.
 */
export function stillSvg(model: ChartModel): string {
	const size = { width: NARROW, height: heightOf(model, NARROW) };
	return cleanSvg(
		drawSvg(model, size),
		`aria-hidden="true" font-size="${fontSize(NARROW)}"`,
		fontSize(NARROW)
	);
}

/** ECharts' own SVG of a model. The instance is disposed of, or the process would never end. */
function drawSvg(model: ChartModel, size: Size): string {
	const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
	try {
		chart.setOption({ animation: false, ...optionOf(model, size, PAGE_PALETTE) });
		return chart.renderToSVGString();
	} finally {
		chart.dispose();
	}
}
