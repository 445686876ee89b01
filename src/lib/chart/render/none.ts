/**
 * The browser draws nothing on hydration: what the server drew stands in the page already, and a
 * comment in its place tells Svelte to leave it as it is.
 */
export function chartSvg(): string {
	return '<!---->';
}
