// A link on paper cannot be followed: each has a number, and its address stands at the end.
// Places are left out: their name says as much as the address of their page.
const skipped = '.no-print *, [href^="#"], [href*="/wilayah/"], details:not([open]) *';

addEventListener('beforeprint', () => {
	const notes = document.querySelector('.footnotes');
	if (!notes) return;
	const addresses = [];
	for (const link of document.querySelectorAll('main a[href]')) {
		if (link.matches(skipped) || !link.checkVisibility()) continue;
		if (!addresses.includes(link.href)) addresses.push(link.href);
		link.dataset.note = addresses.indexOf(link.href) + 1;
	}
	const lines = addresses.map((address) => {
		const line = document.createElement('li');
		line.textContent = decodeURI(address);
		return line;
	});
	notes.querySelector('ol').replaceChildren(...lines);
	notes.hidden = lines.length === 0;
});

addEventListener('afterprint', () => {
	for (const link of document.querySelectorAll('[data-note]')) delete link.dataset.note;
	document.querySelector('.footnotes')?.setAttribute('hidden', '');
});
