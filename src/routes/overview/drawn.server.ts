import type { Component } from 'svelte';
import { render } from 'svelte/server';

/**
 * A part of a page that nothing on it ever changes, as HTML: its program is not sent to the reader,
 * who needs only what it has drawn. Its looks stand in `overview.css`. Without the comments that a
 * living component would find its place by.
 */
export function drawn<Props extends Record<string, unknown>>(
	component: Component<Props>,
	props: Props
): string {
	const { body } = render(component as Component<Record<string, unknown>>, { props });
	return body.replace(/<!--[\s\S]*?-->/g, '').trim();
}
