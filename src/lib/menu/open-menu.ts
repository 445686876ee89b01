import { mount } from 'svelte';
import { readCard } from './card-figure';
import CardPanel from './CardPanel.svelte';
import DataChanged from './DataChanged.svelte';
import MenuPanel from './MenuPanel.svelte';

export { saveWorkbook } from './save-workbook';

/** Puts what a door leads to under it: the menu of a chart, whose file it names, or of a headline figure. */
export function openMenu(door: HTMLElement): void {
	const at = door.dataset['chart'];
	if (at !== undefined) {
		mount(MenuPanel, { target: door, props: { at } });
		return;
	}
	const card = door.closest('.headline');
	const data = card && readCard(card);
	if (!data) throw new Error('a door without a figure');
	mount(CardPanel, { target: door, props: { card: data, anchor: card.id } });
}

/** Says above all else of a page what has changed of the data that a link was made with. */
export function tellChanges(version: string): void {
	const target = document.querySelector('main');
	const first = target?.firstChild;
	if (target && first) mount(DataChanged, { target, anchor: first, props: { version } });
}
