/** A drawing with all that must be said of it, as one file. */
export interface Picture {
	/** What stands inside the drawing's `<svg>`, and its size in pixels. */
	drawing: string;
	width: number;
	height: number;
	title: string;
	subtitle: string;
	/** What shades and marks mean: each a drawing of 12 by 12 pixels, and its words. */
	legend: readonly { mark: string; label: string }[];
	/** Source, filter, states, date and so on. */
	lines: readonly string[];
	/** Written across the drawing; null where the figures are real. */
	across: string | null;
	ink: string;
	soft: string;
	paper: string;
	/** Width of a text in pixels. */
	measure: (text: string, size: number, bold: boolean) => number;
}

const MARGIN = 24;
const FONT = 'system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif';

/** The picture as an SVG that needs nothing beside it. */
export function pictureSvg(picture: Picture): string {
	const { drawing, height, across, ink, soft, paper } = picture;
	const width = picture.width + 2 * MARGIN;
	const parts: string[] = [];
	let y = MARGIN;
	const write = (text: string, size: number, fill: string, bold = false) => {
		for (const line of linesOf(text, picture.width, (part) => picture.measure(part, size, bold))) {
			y += size * 1.35;
			parts.push(
				`<text x="${MARGIN}" y="${px(y)}" font-size="${size}" fill="${fill}"${bold ? ' font-weight="bold"' : ''}>${escaped(line)}</text>`
			);
		}
	};
	write(picture.title, 18, ink, true);
	y += 4;
	write(picture.subtitle, 13, soft);
	y += 12;
	let x = MARGIN;
	for (const { mark, label } of picture.legend) {
		const room = 20 + picture.measure(label, 12, false) + 16;
		if (x > MARGIN && x + room > width - MARGIN) [x, y] = [MARGIN, y + 20];
		parts.push(
			`<g transform="translate(${px(x)} ${px(y)})" color="${soft}">${mark}<text x="18" y="10.5" font-size="12" fill="${ink}">${escaped(label)}</text></g>`
		);
		x += room;
	}
	if (picture.legend.length > 0) y += 28;
	parts.push(`<g transform="translate(${MARGIN} ${px(y)})" font-size="13">${drawing}</g>`);
	if (across !== null) {
		const [cx, cy] = [width / 2, y + height / 2];
		parts.push(
			`<text x="${px(cx)}" y="${px(cy)}" font-size="${px(Math.min(96, picture.width / (0.8 * across.length)))}" font-weight="bold" text-anchor="middle" dominant-baseline="middle" fill="${ink}" fill-opacity="0.13" transform="rotate(-20 ${px(cx)} ${px(cy)})">${escaped(across)}</text>`
		);
	}
	y += height + 8;
	for (const line of picture.lines) write(line, 11.5, soft);
	const whole = px(y + MARGIN);
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${px(width)}" height="${whole}" viewBox="0 0 ${px(width)} ${whole}" font-family="${FONT}"><title>${escaped(picture.title)}</title><rect width="100%" height="100%" fill="${paper}"/>${parts.join('')}</svg>`;
}

/**
 * A picture as PNG.
 * @param scale pixels of the file for each of the picture
 * @throws Error where the browser cannot draw it
 */
export async function picturePng(svg: string, scale = 2): Promise<Blob> {
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
	await image.decode();
	const canvas = document.createElement('canvas');
	canvas.width = Math.round(image.naturalWidth * scale);
	canvas.height = Math.round(image.naturalHeight * scale);
	const context = canvas.getContext('2d');
	if (!context) throw new Error('no canvas');
	context.drawImage(image, 0, 0, canvas.width, canvas.height);
	return new Promise((resolve, reject) =>
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png')
	);
}

/** Words in lines that fit; one that is longer, an address above all, goes on in the next. */
function linesOf(text: string, width: number, measure: (text: string) => number): string[] {
	const lines: string[] = [];
	let line = '';
	const words = text.split(/\s+/).flatMap((word) => piecesOf(word, width, measure));
	for (const word of words) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (line !== '' && measure(longer) > width) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return line === '' ? lines : [...lines, line];
}

function piecesOf(word: string, width: number, measure: (text: string) => number): string[] {
	const pieces: string[] = [];
	let piece = '';
	for (const letter of word) {
		if (piece !== '' && measure(piece + letter) > width) {
			pieces.push(piece);
			piece = '';
		}
		piece += letter;
	}
	return [...pieces, piece];
}

function px(value: number): string {
	return String(Math.round(value * 10) / 10);
}

function escaped(text: string): string {
	return text
		.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');
}
