import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { markedTitle } from '$lib/chart/marked-title';
import { PAPER, onPaper } from '$lib/chart/option/paper';
import { PAGE_PALETTE } from '$lib/chart/option/palette';
import { askedFor, madeOf, noteAsked } from '$lib/engine/asked';
import { EngineError } from '$lib/engine/errors';
import { FORMAT, type Manifest } from '$lib/engine/manifest';
import { changesOf } from '$lib/menu/changes';
import { readChart } from '$lib/menu/chart-file';
import { embedName, placeOf } from '$lib/menu/embed-name';
import { readVersions, writeVersions } from '$lib/state/data-version';

const HASH = '1a2b3c4d5e6f'.padEnd(64, '0');
const MANIFEST: Manifest = {
	id: 'demo',
	format: FORMAT,
	contentHash: HASH,
	kind: 'demo',
	period: { start: '2023-01-01', end: '2025-06-30' },
	tables: [],
	files: [],
	sources: [],
	inputs: ''
};

describe('what was asked for a figure', () => {
	it('goes along with rows, their parts and what is made of them, each question once', () => {
		const [first, second] = ['a', 'b'].map((name) => ({ name, sql: name, params: [] }));
		const rows = [{ part: { n: 1 } }, { part: { n: 2 } }];
		const others = [{ n: 3 }];
		noteAsked(rows, first as never);
		noteAsked(others, second as never);
		const made = madeOf({ sum: 6 }, [...rows.map(({ part }) => part), ...others]);
		expect(askedFor([made, ...rows])).toEqual([first, second]);
		expect(askedFor([{ ...made }])).toEqual([]);
	});
});

describe('the data that a link was made with', () => {
	const text = writeVersions([MANIFEST, { ...MANIFEST, id: 'published' }]);

	it('stand in it by hash and last day, and are read again', () => {
		expect(text).toBe('demo.1a2b3c4d5e6f.2025-06-30,published.1a2b3c4d5e6f.2025-06-30');
		expect(readVersions(text).map(({ id }) => id)).toEqual(['demo', 'published']);
		expect(readVersions(',x,demo.1.2,<b>.1a2b3c4d5e6f.2025-06-30')).toEqual([]);
	});

	it('are told of where they are others now, or gone', async () => {
		const now = {
			...MANIFEST,
			contentHash: 'ff'.repeat(32),
			period: { start: '', end: '2025-12-31' }
		};
		const [then] = readVersions(text);
		expect(await changesOf(readVersions(text), () => Promise.resolve(MANIFEST))).toEqual([]);
		expect(await changesOf(readVersions(text).slice(0, 1), () => Promise.resolve(now))).toEqual([
			{ then, now: { id: 'demo', hash: 'ff'.repeat(6), until: '2025-12-31' } }
		]);
		const gone = new EngineError({ kind: 'missing_file', file: 'manifest.json', status: 404 });
		expect(await changesOf(readVersions(text).slice(0, 1), () => Promise.reject(gone))).toEqual([
			{ then, now: null }
		]);
	});
});

describe('a chart that leaves the page', () => {
	it('has a name of its own in the whole site', () => {
		expect(embedName('/', 'a')).toBe('ringkasan-a');
		expect(embedName('/program/kmp/', 'anggota')).toBe('program-kmp-anggota');
	});

	it('of a profile stands on the page for all places', () => {
		expect(placeOf('/wilayah/35.09/')).toBe('35.09');
		expect(placeOf('/wilayah/35/')).toBe('35');
		expect(['/wilayah/', '/wilayah/x/', '/program/kmp/'].map(placeOf)).toEqual([null, null, null]);
	});

	it('says in its title where its figures are made up', () => {
		const title = 'Naik';
		expect(markedTitle({ title, states: ['demo'], locale: 'id' })).toBe('Data contoh: Naik');
		expect(markedTitle({ title, states: ['demo'], locale: 'en' })).toBe('Demo data: Naik');
		expect(markedTitle({ title, states: ['computed'], locale: 'id' })).toBe(title);
	});

	it('takes the colours of the light theme along', () => {
		const light = readFileSync('src/lib/ui/theme.css', 'utf8').split('@media')[0] ?? '';
		for (const [name, color] of Object.entries(PAPER))
			expect(light).toContain(`--${name}: ${color};`);
		const used = onPaper(JSON.stringify(PAGE_PALETTE));
		expect(used).not.toContain('var(');
		expect(onPaper('<path fill="var(--accent)"/>')).toBe('<path fill="#0b5d5e"/>');
	});
});

describe('a chart as a file', () => {
	const read = (text: string) => readChart('/a.json', 'en', { text: () => Promise.resolve(text) });

	it('is read in the language of the page', async () => {
		expect(await read('{"id":{"id":"a"},"en":{"id":"b"}}')).toEqual({ id: 'b' });
	});

	it('that is none ends in a named error', async () => {
		for (const text of ['', '<html>', '{"id":{"id":"a"},"en":null}'])
			await expect(read(text)).rejects.toMatchObject({
				problem: { kind: 'bad_file', file: '/a.json' }
			});
	});
});
