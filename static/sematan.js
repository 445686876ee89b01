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
	asked.delete('halaman');
	const base = link.pathname.startsWith('/en/') ? '/en' : '';
	link.href = `${base}${path}?${asked}`;
}
