/**
 * Takes from ECharts' SVG what a page refuses or does not need: the `<style>` element and the classes
 * it serves (the content security policy allows neither), metadata, fixed sizes, default values and
 * digits beyond a tenth of a pixel.
 * @param attributes written on the root element
 */
export function cleanSvg(svg: string, attributes: string, baseFont: number): string {
	return svg
		.replace(/<style[\s\S]*?<\/style>/g, '')
		.replace(/<defs[\s\S]*?<\/defs>| clip-path="[^"]*"/g, '')
		.replace(/ (?:class|id|ecmeta_[a-z_]+|xml:space|xmlns:xlink|pointer-events)="[^"]*"/g, '')
		.replace(/<rect width="[\d.]+" height="[\d.]+" x="0" y="0"[^>]*><\/rect>/g, '')
		.replace(/ style="([^"]*)"/g, (_, style: string) => fontAttributes(style, baseFont))
		.replace(/ (?:fill-opacity|stroke-opacity|opacity|stroke-width|stroke-miterlimit)="1"/g, '')
		.replace(/ (?:stroke="none"|text-anchor="start"|stroke-miterlimit="10")/g, '')
		.replace(/ (?:d|points|transform|x|y)="[^"]*"/g, roundNumbers)
		.replace(SQUARE, 'M$1 $2H$3V$4H$1Z')
		.replace(/ transform="translate\(([-\d.]+) ([-\d.]+)\)"/g, ' x="$1" y="$2"')
		.replace(/<(path|circle|rect|polyline)([^>]*)><\/\1>/g, '<$1$2/>')
		.replace(/<g\s*><\/g>/g, '')
		.replace(/\n+/g, '')
		.replace(
			/^<svg width="([\d.]+)" height="([\d.]+)"[^>]*>/,
			`<svg ${attributes} viewBox="0 0 $1 $2">`
		);
}

/** A square written corner by corner. */
const SQUARE = /M(\S+) ([^\sL]+)L([^\sL]+) \2L\3 ([^\sL]+)L\1 \4Z/g;

/** Font settings as attributes; the base size and family stand once, in the page's CSS. */
function fontAttributes(style: string, baseFont: number): string {
	const size = /font-size:\s*([\d.]+)px/.exec(style)?.[1];
	const bold = /font-weight:\s*bold/.test(style);
	const stroke = /paint-order:\s*stroke/.test(style);
	return [
		size === undefined || Number(size) === baseFont ? '' : ` font-size="${size}"`,
		bold ? ' font-weight="bold"' : '',
		stroke ? ' paint-order="stroke"' : ''
	].join('');
}

function roundNumbers(attribute: string): string {
	return attribute
		.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10))
		.replace(/([MLHVCQAZ]) /gi, '$1');
}
