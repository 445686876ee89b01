import { markedTitle } from '$lib/chart/marked-title';
import type { ChartModel } from '$lib/chart/model';
import { deLocalizeHref, localizeHref } from '$lib/i18n/locale';
import { FILTERED_EMBED, PLACE_EMBED, embedName, placeOf } from './embed-name';
import { withoutData } from './taken';

export interface Embed {
	/** Of the page for frames. */
	address: string;
	/** Whether the view is one that was not drawn beforehand: its page shows a link. */
	filtered: boolean;
	/** Pixels to begin with, before the page has told its own. */
	height: number;
	/** To be pasted into another page. */
	code: string;
}

/** Title, source line and so on, around a drawing. */
const AROUND = 280;

/** The place that a view is about, in an address: `32.01`. */
const FOCUS = /^\d\d\.\d\d$/;

/** Whether the reader asked for another view than the first. */
export function isAsked(): boolean {
	return withoutData(new URL(location.href).searchParams).size > 0;
}

/**
 * @param view address of the very view of the chart
 * @param drawn pixels that its drawing is high here, and whether its page for frames shows these figures
 */
export function embedOf(
	model: ChartModel,
	view: string,
	drawn: { height: number; whole: boolean }
): Embed {
	const here = new URL(location.href);
	const path = deLocalizeHref(here.pathname);
	const place = placeOf(path);
	const filtered = place === null && !drawn.whole;
	const whole = place === null ? embedName(path, model.id) : PLACE_EMBED;
	const name = filtered ? FILTERED_EMBED : whole;
	const page = new URL(localizeHref(`/sematan/${name}/`, { locale: model.locale }), here);
	if (place !== null) page.searchParams.set('kode', place);
	else if (filtered) leadTo(page, path, new URL(view));
	else {
		// A place that the view is about and that changes no figure is named beneath them.
		const focus = here.searchParams.get('wilayah') ?? '';
		if (FOCUS.test(focus)) page.searchParams.set('tanda', focus);
	}
	const height = filtered ? 120 : Math.round(drawn.height) + AROUND;
	const title = attribute(markedTitle(model));
	return {
		address: page.href,
		filtered,
		height,
		code: `<iframe src="${attribute(page.href)}" title="${title}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>
<script>addEventListener("message",e=>{if(e.data&&e.data.type==="pantau-sejahtera:height")for(const f of document.querySelectorAll("iframe"))if(f.contentWindow===e.source)f.height=e.data.height})</${'script'}>
<p><a href="${attribute(view)}">${title}</a></p>`
	};
}

/** The way to a view: its page, its filters, the version of its data and its chart. */
function leadTo(page: URL, path: string, view: URL): void {
	page.searchParams.set('halaman', path);
	for (const [key, value] of view.searchParams) page.searchParams.append(key, value);
	page.searchParams.set('jangkar', view.hash.slice(1));
}

function attribute(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('"', '&quot;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');
}
