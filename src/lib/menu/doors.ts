/**
 * Opens the menus of charts on pages that have no program: each door names the file of its chart.
 * Until one is opened this is all that is loaded.
 */
for (const door of document.querySelectorAll<HTMLDetailsElement>('details.menu[data-chart]')) {
	let opened: Promise<void> | undefined;
	const open = () => {
		if (door.open) opened ??= openDoor(door).catch(() => (opened = undefined));
	};
	door.addEventListener('toggle', open);
	// It may have been opened before this was there.
	open();
}

async function openDoor(door: HTMLDetailsElement): Promise<void> {
	door.querySelector('[role=alert]')?.remove();
	try {
		const { openMenu } = await import('./open-menu');
		openMenu(door, door.dataset['chart'] ?? '');
	} catch (cause) {
		const words = document.createElement('p');
		words.role = 'alert';
		words.textContent = door.dataset['failed'] ?? '';
		door.append(words);
		throw cause;
	}
}

export {};
