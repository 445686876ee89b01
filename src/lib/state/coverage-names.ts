/** What the parts of a view are called in an address. */
export const COVERAGE_NAMES = {
	measure: 'ukuran',
	area: 'kawasan',
	region: 'wilayah',
	year: 'tahun',
	period: 'periode',
	list: 'daftar',
	drawing: 'peta',
	/** The region in focus, beside a selection of places. */
	focus: 'sorot'
} as const;
