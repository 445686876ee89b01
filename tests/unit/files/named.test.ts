import { expect, test } from 'vitest';
import { describeFault } from '$lib/files/words';
import { faultOf } from '$lib/files/fault';
import { faultAsNamed } from '$lib/files/named';
import { faultIn } from './support';

/** Bytes without any order, the same every time. */
function noise(length: number, seed: number): Uint8Array {
	let state = seed;
	return Uint8Array.from({ length }, () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state >>> 24;
	});
}

test.each([1, 7, 42, 1234])('bytes without order (%i) are told to be no text', async (seed) => {
	for (const length of [200, 4096, 100_000])
		expect(['binary', 'nul']).toContain((await faultIn(noise(length, seed))).rule);
});

test.each([
	['laporan.xlsx', 'XLSX'],
	['laporan.XLSX', 'XLSX'],
	['laporan.xls', 'Excel'],
	['laporan.parquet', 'Parquet'],
	['laporan.arrow', 'Arrow'],
	['laporan.json', 'JSON']
])('%s that holds none is told to be no %s file', async (name, format) => {
	const fault = faultAsNamed(await faultIn(noise(4096, 3)), name);
	expect(describeFault(fault, 'en')).toContain(`no ${format} file`);
	expect(describeFault(fault, 'id')).toContain(`bukan berkas ${format}`);
});

test('what is wrong in a text is told as it is, and so is what is wrong in a known format', () => {
	const mixed = faultOf('letters_mixed', 2, 3);
	expect(faultAsNamed(mixed, 'daftar.csv')).toBe(mixed);
	const cut = faultOf('parquet_cut', 12);
	expect(faultAsNamed(cut, 'daftar.parquet')).toBe(cut);
});
