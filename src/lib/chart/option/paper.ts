/** The light theme's own colours, for drawings that leave the page; a test holds them against the theme. */
export const PAPER: Readonly<Record<string, string>> = {
	ink: '#1b1e20',
	'ink-soft': '#535a5f',
	paper: '#fbfaf7',
	rule: '#d8d5cd',
	grid: '#e6e3dc',
	accent: '#0b5d5e',
	'grey-mark': '#868c90',
	land: '#f1eee8',
	texture: '#6b7277',
	'sequential-1': '#dfeeec',
	'sequential-2': '#bcdcd8',
	'sequential-3': '#93c6c2',
	'sequential-4': '#64aaa8',
	'sequential-5': '#2f8080',
	'sequential-6': '#176c6e',
	'sequential-7': '#064a4d',
	'on-sequential-light': '#1b1e20',
	'on-sequential-dark': '#ffffff',
	'category-1': '#0b5d5e',
	'category-2': '#b2500c',
	'category-3': '#5b4a9e',
	'category-4': '#8a6a00',
	'category-5': '#a8325e',
	'category-6': '#2a6aa8'
};

/** A drawing with the colours themselves in the place of the page's variables. */
export function onPaper(svg: string): string {
	return svg.replace(
		/var\(--([a-z0-9-]+)\)/g,
		(_, name: string) => PAPER[name] ?? PAPER['ink'] ?? ''
	);
}
