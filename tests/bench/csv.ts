import { mkdtempSync, rmSync, writeSync, openSync, closeSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { loadReference } from '../../data/reference/load';
import { findBrowser, LAUNCH_FLAGS } from '../support/browser';
import { serveSmallPage } from '../support/small-page';
import { table } from './table';

const BYTES = 100 * 1024 * 1024;
const TIMES = 5;
const KINDS = ['PKH', 'Sembako', 'KUR', 'UMi'];

/** Rows of an office's list: codes, names, years, counts, rupiah, shares, days, yes or no, remarks. */
function writeTable(
	file: string,
	bytes: number,
	places: readonly { code: string; name: string }[]
): void {
	const handle = openSync(file, 'w');
	let seed = 7;
	const below = (most: number) => {
		seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
		return seed % most;
	};
	const two = (value: number) => String(value).padStart(2, '0');
	let written = writeSync(
		handle,
		'kode_kabupaten,nama_kabupaten,tahun,bulan,jenis,keluarga,rupiah,tingkat,tanggal,aktif,keterangan\n'
	);
	for (let row = 0; written < bytes;) {
		const rows: string[] = [];
		for (const end = row + 10_000; row < end; row += 1) {
			const { code = '', name = '' } = places[below(places.length)] ?? {};
			rows.push(
				`${code},${name},${2018 + below(7)},${1 + below(12)},${KINDS[below(4)]},${below(90_000)},${below(2_000_000_000)},${below(10_000) / 100},2024-${two(1 + below(12))}-${two(1 + below(28))},${below(2) === 0 ? 'ya' : 'tidak'},${below(10) === 0 ? '-' : `catatan nomor ${row}`}\n`
			);
		}
		written += writeSync(handle, rows.join(''));
	}
	closeSync(handle);
}

/**
 * A CSV of 100 MB into a table that can be asked, by the page's way (warned of people, recognised,
 * counted, places matched) and by DuckDB-Wasm alone, by turns in one run.
 */
export async function benchCsv(): Promise<void> {
	const reference = loadReference();
	const folder = mkdtempSync(path.join(os.tmpdir(), 'pantau-csv-'));
	const file = path.join(folder, 'besar.csv');
	writeTable(
		file,
		BYTES,
		reference.regions.filter(({ level }) => level === 'regency')
	);
	const page = await serveSmallPage('files-page');
	const browser = await chromium.launch({
		executablePath: await findBrowser((line) => process.stdout.write(`${line}\n`)),
		args: LAUNCH_FLAGS
	});
	try {
		const tab = await browser.newPage();
		await tab.goto(page.address);
		await tab.locator('input').setInputFiles(file);
		await tab.evaluate((known) => window.filesPage.start(known), reference);
		const own: Awaited<ReturnType<Window['filesPage']['read']>>[] = [];
		const bare: number[] = [];
		for (let i = 0; i < TIMES; i += 1) {
			own.push(await tab.evaluate(() => window.filesPage.read()));
			bare.push(await tab.evaluate(() => window.filesPage.bare()));
		}
		const median = (values: number[]) => values.sort((a, b) => a - b)[TIMES >> 1] ?? Number.NaN;
		const [ours, theirs] = [median(own.map(({ milliseconds }) => milliseconds)), median(bare)];
		const surveyed = median(own.map(({ surveyed: time }) => time));
		const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
		const ms = (value: number) => `${value.toFixed(0)} ms`;
		process.stdout.write(
			`\nA CSV of ${megabytes(statSync(file).size)}, ${own[0]?.rows} rows\n${table([
				['', "the page's way", 'bare DuckDB-Wasm', 'ratio'],
				['read into a table', ms(ours), ms(theirs), `× ${(ours / theirs).toFixed(2)}`],
				['of it, the walk before DuckDB', ms(surveyed), '', ''],
				['memory of DuckDB afterwards', megabytes(own[0]?.memory ?? 0), '', '']
			])}\n`
		);
	} finally {
		await browser.close();
		await page.close();
		rmSync(folder, { recursive: true, force: true });
	}
}
