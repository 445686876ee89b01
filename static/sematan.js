// Beside a page that stands in another page's frame. It tells that page how high it is:
//   { type: 'pantau-sejahtera:height', height: <pixels> }
// once it is drawn and whenever its height changes. Nothing is read, kept or sent elsewhere.
const tell = () =>
	parent.postMessage(
		{ type: 'pantau-sejahtera:height', height: Math.ceil(document.body.scrollHeight) },
		'*'
	);
if (parent !== window) new ResizeObserver(tell).observe(document.body);

// The page for a filtered view leads to that view. Its path is one of this site's, whatever is asked.
const link = document.querySelector('a[data-filtered]');
const asked = new URLSearchParams(location.search);
const path = asked.get('halaman') ?? '';
if (link && /^\/(?:[a-z0-9.-]+\/)*$/.test(path)) {
	const anchor = asked.get('jangkar') ?? '';
	asked.delete('halaman');
	asked.delete('jangkar');
	const base = link.pathname.startsWith('/en/') ? '/en' : '';
	const search = String(asked).replaceAll('%2C', ',').replaceAll('%3A', ':');
	link.href = `${base}${path}?${search}${/^[a-z0-9-]+$/.test(anchor) ? `#${anchor}` : ''}`;
}

// A place that the chart is looked at for is named under its title, with its figures as they stand in
// the chart's own table; the chart's link leads to it.
const focus = asked.get('tanda') ?? '';
const figure = document.querySelector('figure');
if (figure && /^\d\d\.\d\d$/.test(focus)) {
	const cells = [...figure.querySelectorAll(`table data[data-region="${focus}"]`)];
	const row = cells[0]?.closest('tr');
	if (row) {
		const words = document.createElement('p');
		const name = document.createElement('strong');
		name.textContent = row.querySelector('th')?.textContent.trim() ?? '';
		const figures = cells
			.filter((cell) => row.contains(cell))
			.map((cell) => cell.textContent.trim());
		words.append(name, `: ${figures.join(' → ')}`);
		figure.querySelector('figcaption').append(words);
		for (const cell of row.cells) cell.style.fontWeight = 'bold';
	}
	const back = document.querySelector('.from a');
	if (back) back.search = `?wilayah=${focus}`;
}

// The page for a profile's chart fetches that profile and shows its chart, as it was drawn.
const room = document.querySelector('[data-place]');
const place = asked.get('kode') ?? '';
if (room && /^\d\d(\.\d\d)?$/.test(place)) {
	const back = room.querySelector('a');
	back.href += `${place}/`;
	fetch(back.href)
		.then((response) => (response.ok ? response.text() : ''))
		.then((html) => {
			const page = new DOMParser().parseFromString(html, 'text/html');
			const chart = page.querySelector('figure.still');
			if (!chart) return;
			chart.querySelector('.menu')?.remove();
			for (const link of chart.querySelectorAll('a[href^="#"]'))
				link.href = back.href + link.getAttribute('href');
			const name = page.querySelector('h1').textContent;
			back.textContent = name;
			room.querySelector('h1').textContent = name;
			// Here nothing stands between the page's heading and the chart's.
			const title = chart.querySelector('h3');
			const heading = document.createElement('h2');
			heading.id = title.id;
			heading.append(...title.childNodes);
			title.replaceWith(heading);
			document.title = `${heading.textContent} · ${document.title.split(' · ').at(-1)}`;
			room.prepend(document.importNode(chart, true));
		})
		// What cannot be fetched is reached by the link.
		.catch(() => {});
}
