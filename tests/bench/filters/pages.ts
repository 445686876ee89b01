/** Pages with filters, and where they are touched. A change of their markup changes these lines alone. */
export const PAGES = [
	{ name: 'kmp', address: '/program/kmp/' },
	{ name: 'kjmis', address: '/program/kjmis/' },
	{ name: 'tangga', address: '/program/tangga/' },
	{ name: 'bandingkan', address: '/bandingkan/' },
	{ name: 'cakupan', address: '/cakupan/' }
] as const;
export type FilterPage = (typeof PAGES)[number];

export const SELECTS = '.filter select';
export const ANSWER = '.answer';
