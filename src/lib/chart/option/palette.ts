/** Colours of a drawing: CSS variables on the page, so that one drawing serves light and dark. */
export interface Palette {
	ink: string;
	inkSoft: string;
	paper: string;
	rule: string;
	grid: string;
	accent: string;
	grey: string;
	/** Land that carries no figure. */
	land: string;
	texture: string;
	/** Seven, light to dark (dark to light on a dark page). */
	sequential: readonly string[];
	/** Six. */
	category: readonly string[];
	/** Text on the lower and on the upper classes. */
	onLow: string;
	onHigh: string;
}

const variable = (name: string) => `var(--${name})`;

export const PAGE_PALETTE: Palette = {
	ink: variable('ink'),
	inkSoft: variable('ink-soft'),
	paper: variable('paper'),
	rule: variable('rule'),
	grid: variable('grid'),
	accent: variable('accent'),
	grey: variable('grey-mark'),
	land: variable('land'),
	texture: variable('texture'),
	sequential: [1, 2, 3, 4, 5, 6, 7].map((step) => variable(`sequential-${step}`)),
	category: [1, 2, 3, 4, 5, 6].map((step) => variable(`category-${step}`)),
	onLow: variable('on-sequential-light'),
	onHigh: variable('on-sequential-dark')
};

/** The first step (of seven) whose text is `onHigh`. */
export const FIRST_HIGH = 5;
