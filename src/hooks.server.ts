import type { Handle } from '@sveltejs/kit';
import { paraglideMiddleware } from '$lib/i18n/paraglide/server';

export const handle: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ request, locale }) => {
		event.request = request;
		return resolve(event, {
			transformPageChunk: ({ html }) => withoutMarks(html.replace('%lang%', locale))
		});
	});

/** The comments by which a program finds its place serve nobody on a page that has none. */
function withoutMarks(html: string): string {
	return html.includes('__sveltekit_') ? html : html.replace(/<!--[\s\S]*?-->/g, '');
}
