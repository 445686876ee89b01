import { type ChartChoice, isChartKind } from './chart-choice';

/** What a permanent link holds. It stands behind the `#`, which no browser sends to a server. */
export interface RoomLink {
	sql: string;
	chart: ChartChoice | null;
	/** First letters of the content hash of the data that it was asked of; empty where unknown. */
	data: string;
}

const HASH = /^[0-9a-f]{1,64}$/;

/** `#sql=…&grafik=bars&x=nama&y=nilai&data=…`; only what was chosen is in it. */
export function toHash({ sql, chart, data }: RoomLink): string {
	const parts = new URLSearchParams({ sql: wellFormed(sql) });
	if (chart) {
		parts.set('grafik', chart.kind);
		parts.set('x', wellFormed(chart.x));
		for (const y of chart.y) parts.append('y', wellFormed(y));
		if (chart.series !== null) parts.set('seri', wellFormed(chart.series));
	}
	if (HASH.test(data)) parts.set('data', data);
	return `#${parts.toString()}`;
}

/** Never throws: what cannot be read is left out. Null where no SQL is in it. */
export function fromHash(hash: string): RoomLink | null {
	const parts = new URLSearchParams(hash.replace(/^#/, ''));
	const sql = parts.get('sql');
	if (sql === null || sql.trim() === '') return null;
	const kind = parts.get('grafik') ?? '';
	const x = parts.get('x');
	const y = parts.getAll('y');
	const chart =
		isChartKind(kind) && x !== null && y.length > 0
			? { kind, x, y, series: parts.get('seri') }
			: null;
	const data = parts.get('data') ?? '';
	return { sql, chart, data: HASH.test(data) ? data : '' };
}

/** Half of a character cannot stand in an address; every reader of UTF-8 writes this sign instead. */
function wellFormed(text: string): string {
	return text.replace(
		/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
		'\uFFFD'
	);
}
