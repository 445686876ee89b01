// Runs before the page is drawn: where the address asks for a view, the prerendered one must not be
// taken for the answer. The page's own script takes the mark away when the answer is there. A page that
// another has led to is drawn by that script from the beginning, and runs this too late.
if (document.readyState === 'loading' && location.search.length > 1)
	document.documentElement.dataset.asked = '';
