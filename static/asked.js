// Runs before the page is drawn: where the address asks for a view, the prerendered one must not be
// taken for the answer. The page's own script takes the mark away when the answer is there.
if (location.search.length > 1) document.documentElement.dataset.asked = '';
