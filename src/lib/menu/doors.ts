/**
 * Opens the menus of charts on pages that have no program, and those of headline figures on all that
 * load it. Until one is opened this is all that is loaded: one ear for the whole page, which hears
 * each door as it opens.
 */
const DOORS = 'details.menu:is([data-chart], [data-card])';
const opened = new WeakSet<HTMLDetailsElement>();

document.addEventListener('toggle', ({ target }) => hear(target), true);
// Some may have been opened before this was there.
for (const door of document.querySelectorAll(`${DOORS}[open]`)) hear(door);

// A page without a program cannot say by itself that the data of a link have changed since.
const version = new URLSearchParams(location.search).get('data');
if (version && document.querySelector('script[data-alone]'))
	void import('./open-menu').then(({ tellChanges }) => tellChanges(version));

function hear(door: EventTarget | null): void {
	if (!(door instanceof HTMLDetailsElement) || !door.matches(DOORS)) return;
	if (!door.open || opened.has(door)) return;
	opened.add(door);
	void openDoor(door);
}

async function openDoor(door: HTMLDetailsElement): Promise<void> {
	door.querySelector(':scope > [role=alert]')?.remove();
	try {
		const { openMenu } = await import('./open-menu');
		openMenu(door);
	} catch {
		// Opened once more, it is tried once more.
		opened.delete(door);
		tellFailure(door);
	}
}

// The file of a place as a workbook is made of the other, when it is asked for.
document.addEventListener('click', ({ target }) => {
	const button = target instanceof Element && target.closest<HTMLElement>('[data-workbook]');
	if (!button) return;
	const { workbook = '', name = '' } = button.dataset;
	button.parentElement?.querySelector(':scope > [role=alert]')?.remove();
	void import('./open-menu')
		.then(({ saveWorkbook }) => saveWorkbook(workbook, name))
		.catch(() => tellFailure(button.parentElement ?? button));
});

function tellFailure(within: HTMLElement): void {
	const words = document.createElement('p');
	words.role = 'alert';
	words.textContent = within.closest<HTMLElement>('[data-failed]')?.dataset['failed'] ?? '';
	within.append(words);
}

export {};
