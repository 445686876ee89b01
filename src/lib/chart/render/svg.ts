import { NARROW, WIDE, fontSize, heightOf } from '../layout/size';
import type { ChartModel } from '../model';
import { cleanSvg } from './clean';
import { drawSvg } from './draw';
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
