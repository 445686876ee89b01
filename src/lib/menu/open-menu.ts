import { mount } from 'svelte';
import MenuPanel from './MenuPanel.svelte';

/**
 * Puts the menu of a chart under its door.
 * @param at address of the chart as a file
 */
export function openMenu(door: HTMLElement, at: string): void {
	mount(MenuPanel, { target: door, props: { at } });
}
