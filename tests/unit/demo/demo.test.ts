import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDemo, type Demo, type DemoOptions } from '../../../data/demo/make';
import { loadReference } from '../../../data/reference/load';
import { LISTS } from '../../../src/lib/model';
import { cell, rowsIn, type CsvRow } from './csv';
import { ACTIVITY_WORDS, digitsOf, faultIn, isoOf, mergedIn, regionOf } from './judge';

const folder = mkdtempSync(path.join(tmpdir(), 'demo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const asked = { people: 30_000, months: 24, seed: 'padi', regions: 'priority' } as const;

function make(name: string, more: Partial<DemoOptions> = {}): Promise<Demo> {
	return makeDemo({ ...asked, out: path.join(folder, name), ...more });
}

function bytesOf(demo: Demo): Record<string, string> {
	return Object.fromEntries(
		Object.entries(demo.files).map(([name, file]) => [name, readFileSync(file, 'utf8')])
	);
}

let demo: Demo;
let rows: Record<(typeof LISTS)[number], CsvRow[]>;

beforeAll(async () => {
	demo = await make('first');
	const { beneficiaries, members, activities } = demo.files;
	rows = {
		beneficiaries: rowsIn(beneficiaries),
		members: rowsIn(members),
		activities: rowsIn(activities)
	};
});

function validRows(list: (typeof LISTS)[number]): CsvRow[] {
	return rows[list].filter((row) => faultIn(list, row) === null);
}

describe('the demo population', () => {
	it('is the same to the byte from the same arguments, on one thread and on two, in one part or in five', async () => {
		const first = bytesOf(demo);
		expect(bytesOf(await make('again', { threads: 1 }))).toEqual(first);
		expect(bytesOf(await make('again', { threads: 2, part: 6_100 }))).toEqual(first);
	});

	it('is of other people from another seed', async () => {
		const other = await make('other', { seed: 'jagung' });
		const before = new Set(rows.beneficiaries.map(digitsOf));
		const after = [...new Set(rowsIn(other.files.beneficiaries).map(digitsOf))];
		expect(after.filter((nik) => before.has(nik)).length).toBeLessThan(after.length / 100);
	});

	it('gives each person one NIK that is nobody else’s: a real region and date, a serial of 9000 or more', () => {
		const born = new Map<string, string>();
		for (const row of validRows('beneficiaries')) {
			const nik = digitsOf(row);
			expect(Number(nik.slice(12))).toBeGreaterThanOrEqual(9000);
			expect(`${nik.slice(0, 2)}.${nik.slice(2, 4)}`).toBe(regionOf(row));
			const woman = cell(row, 'jenis_kelamin') === 'P';
			const [year = '', month = '', day = ''] = (isoOf(cell(row, 'tanggal_lahir')) ?? '').split(
				'-'
			);
			const dayOfNik = String(Number(day) + (woman ? 40 : 0)).padStart(2, '0');
			expect(nik.slice(6, 12)).toBe(`${dayOfNik}${month}${year.slice(2)}`);
			const person = `${year}-${month}-${day} ${cell(row, 'no_kk')} ${cell(row, 'desil')}`;
			expect(born.get(nik) ?? person).toBe(person);
			born.set(nik, person);
		}
		const everyone = new Set(LISTS.flatMap((list) => validRows(list).map(digitsOf)));
		// Nearly all of the people asked for are on a list, and no two of them were made one.
		expect(everyone.size).toBeLessThanOrEqual(asked.people);
		expect(everyone.size).toBeGreaterThan(asked.people * 0.9);
	});

	for (const list of LISTS)
		it(`holds exactly the faults that it says in the list of ${list}`, () => {
			const truth = demo.truth.lists[list];
			const found: Record<string, number> = {};
			for (const row of rows[list]) {
				const fault = faultIn(list, row);
				if (fault !== null) found[fault] = (found[fault] ?? 0) + 1;
			}
			const merged = mergedIn(list, validRows(list));
			expect({ ...found, duplicate: merged }).toEqual(truth.faults);
			expect(rows[list]).toHaveLength(truth.rows);
			expect(truth.rows).toBe(truth.linked + truth.merged + truth.refused);
			expect(truth.merged).toBe(merged);
			const spaced = validRows(list).filter((row) => !/^\d+$/.test(cell(row, 'nik')));
			expect(truth.forms.nik_spaced).toBe(spaced.length);
			const dateColumn = { beneficiaries: 'tanggal_lahir', members: 'tanggal_bergabung' };
			const column = list === 'activities' ? 'tanggal' : dateColumn[list];
			const local = validRows(list).filter((row) => cell(row, column).includes('/'));
			expect(truth.forms.date_local).toBe(local.length);
			if (list === 'activities') return;
			const renamed = validRows(list).filter((row) => regionOf(row) !== cell(row, 'kode_wilayah'));
			expect(truth.forms.region_former).toBe(renamed.length);
			expect(renamed.length).toBeGreaterThan(0);
		});

	it('says how many are both a PKH recipient and a member of a KMP, as counting them says', () => {
		const pkh = new Map<string, string>();
		for (const row of validRows('beneficiaries'))
			if (cell(row, 'program') === 'PKH' && ['', '2025-12'].includes(cell(row, 'bulan_akhir')))
				pkh.set(digitsOf(row), regionOf(row) ?? '');
		const kmp = new Map<string, string>();
		const cooperatives = new Map<string, Set<string>>();
		for (const row of validRows('members')) {
			if (cell(row, 'program') !== 'KMP') continue;
			const nik = digitsOf(row);
			const own = cooperatives.get(nik) ?? new Set<string>();
			cooperatives.set(nik, own.add(cell(row, 'koperasi')));
			const left = cell(row, 'tanggal_keluar');
			if (left === '' || left > '2025-12-31') kmp.set(nik, regionOf(row) ?? '');
		}
		const count = (people: Iterable<string>, region: string) =>
			[...people].filter((of) => of === region).length;
		const both = [...pkh].filter(([nik]) => kmp.has(nik)).map(([, region]) => region);
		expect(demo.truth.overlap).toEqual(
			demo.truth.codes.map((region) => ({
				region,
				pkh: count(pkh.values(), region),
				kmp: count(kmp.values(), region),
				both: count(both, region)
			}))
		);
		const twice = [...cooperatives.values()].filter((own) => own.size > 1).length;
		expect(demo.truth.two_cooperatives).toBe(twice);
		expect(twice).toBeGreaterThan(0);
	});

	it('is of the 35 priority regencies, Jepara, Jember and Jakarta’s kampung, or of all 514', async () => {
		const priority = loadReference()
			.priorityListMembers.filter(({ listId }) => listId === 'pke-2021-35')
			.map(({ regionCode }) => regionCode);
		const codes = [...priority, '33.20', '35.09', '31.72', '31.73'].sort();
		expect(demo.truth.codes).toEqual(codes);
		const met = new Set(validRows('beneficiaries').map(regionOf));
		expect(codes.filter((code) => !met.has(code)).length).toBeLessThanOrEqual(2);
		expect([...met].filter((code) => !codes.includes(code ?? ''))).toEqual([]);
		const all = await make('all', { people: 60_000, regions: 'all', months: 6 });
		expect(all.truth.codes).toHaveLength(514);
	});

	it('has no event outside the months asked for, and no list tells of what came after it was sent', async () => {
		const short = await make('short', { months: 3, until: '2025-08' });
		const through = new Map(
			rowsIn(short.files.reporting).map((row) => [
				`${cell(row, 'region')} ${cell(row, 'list')}`,
				cell(row, 'through')
			])
		);
		expect([...through.values()].every((month) => month === '' || month >= '2025-06')).toBe(true);
		for (const row of rowsIn(short.files.activities)) {
			if (faultIn('activities', row) !== null) continue;
			const month = (isoOf(cell(row, 'tanggal')) ?? '').slice(0, 7);
			const region = `${digitsOf(row).slice(0, 2)}.${digitsOf(row).slice(2, 4)}`;
			expect(month >= '2025-06').toBe(true);
			expect(month <= (through.get(`${region} activities`) ?? '')).toBe(true);
		}
		for (const row of rowsIn(short.files.beneficiaries)) {
			if (faultIn('beneficiaries', row) !== null) continue;
			const until = through.get(`${regionOf(row)} beneficiaries`) ?? '';
			expect(cell(row, 'bulan_awal') <= until && cell(row, 'bulan_akhir') <= until).toBe(true);
			if (cell(row, 'bulan_akhir') !== '') expect(cell(row, 'bulan_akhir') >= '2025-06').toBe(true);
		}
		for (const row of rowsIn(short.files.members)) {
			if (faultIn('members', row) !== null) continue;
			const until = `${through.get(`${regionOf(row)} members`) ?? ''}-31`;
			for (const column of ['tanggal_bergabung', 'tanggal_keluar', 'transaksi_terakhir'])
				expect((isoOf(cell(row, column)) ?? '') <= until).toBe(true);
		}
	});

	it('has districts that report late and some that never did, and of those no row', () => {
		const reports = rowsIn(demo.files.reporting);
		const late = reports.filter((row) => !['', '2025-12'].includes(cell(row, 'through')));
		const never = reports.filter((row) => cell(row, 'through') === '');
		expect(new Set(late.map((row) => cell(row, 'region'))).size).toBeGreaterThanOrEqual(3);
		expect(new Set(never.map((row) => cell(row, 'region'))).size).toBeGreaterThanOrEqual(2);
		expect(reports).toHaveLength(demo.truth.codes.length * 3);
		for (const report of never) {
			const list = LISTS.find((one) => one === cell(report, 'list')) ?? 'members';
			const region = cell(report, 'region');
			const sent = validRows(list).filter((row) => {
				const nik = digitsOf(row);
				return `${nik.slice(0, 2)}.${nik.slice(2, 4)}` === region;
			});
			expect(sent).toEqual([]);
		}
	});

	it('lets people reach every step, after short and long waits', () => {
		const found = new Set(validRows('activities').map((row) => cell(row, 'kegiatan')));
		expect([...found].sort()).toEqual([...ACTIVITY_WORDS].sort());
		const began = new Map<string, string>();
		for (const row of validRows('beneficiaries')) {
			const first = cell(row, 'bulan_awal');
			const nik = digitsOf(row);
			if (first !== '' && first < (began.get(nik) ?? '9999')) began.set(nik, first);
		}
		const bands = { '0-5': 0, '6-11': 0, '12-23': 0, '24-35': 0, '36+': 0 };
		for (const row of validRows('activities')) {
			const first = began.get(digitsOf(row));
			if (first === undefined || !['kube', 'prokus'].includes(cell(row, 'kegiatan'))) continue;
			const [y = 0, m = 0] = first.split('-').map(Number);
			const [year = 0, month = 0] = (isoOf(cell(row, 'tanggal')) ?? '').split('-').map(Number);
			const waited = (year - y) * 12 + month - m;
			bands[
				waited < 6
					? '0-5'
					: waited < 12
						? '6-11'
						: waited < 24
							? '12-23'
							: waited < 36
								? '24-35'
								: '36+'
			] += 1;
		}
		for (const people of Object.values(bands)) expect(people).toBeGreaterThan(10);
	});

	it('has low interest in KMP in Jember, more elsewhere, and no KMP before April 2025', () => {
		const interest = (regions: readonly string[]) => {
			const of = demo.truth.overlap.filter(({ region }) => regions.includes(region));
			const sum = (key: 'both' | 'pkh') => of.reduce((total, row) => total + row[key], 0);
			return sum('both') / sum('pkh');
		};
		const jember = interest(['35.09']);
		expect(jember).toBeGreaterThan(0.015);
		expect(jember).toBeLessThan(0.045);
		expect(interest(demo.truth.codes.filter((code) => code !== '35.09'))).toBeGreaterThan(
			2 * jember
		);
		const joined = validRows('members')
			.filter((row) => cell(row, 'program') === 'KMP')
			.map((row) => isoOf(cell(row, 'tanggal_bergabung')) ?? '');
		expect(joined.sort()[0]?.slice(0, 7)).toBe('2025-04');
	});

	it('has KJMIS in Jepara alone, and in Jakarta the nine cooperatives of the kampung', () => {
		const of = (programme: string) =>
			validRows('members').filter((row) => cell(row, 'program') === programme);
		expect(new Set(of('KJMIS').map(regionOf))).toEqual(new Set(['33.20']));
		const numbers = loadReference().kampung.map(({ cooperativeNumber }) => cooperativeNumber);
		expect(new Set(of('KOPERASI_KAMPUNG').map((row) => cell(row, 'koperasi')))).toEqual(
			new Set(numbers.map((number) => `KAMPUNG-31-0${number}`))
		);
		const assisted = new Set(validRows('beneficiaries').map(digitsOf));
		const known = of('KJMIS').filter((row) => assisted.has(digitsOf(row))).length;
		expect(known).toBeGreaterThan(20);
		expect(of('KJMIS').length - known).toBeGreaterThan(20);
	});

	it('has accounts without activity', () => {
		const kmp = validRows('members').filter((row) => cell(row, 'program') === 'KMP');
		const idle = kmp.filter((row) => cell(row, 'transaksi_terakhir') === '');
		expect(idle.length).toBeGreaterThan(kmp.length / 4);
		expect(idle.length).toBeLessThan(kmp.length * 0.7);
	});

	it('shares KJMIS’s surplus in March, in Jepara, and sells most before Lebaran', () => {
		const shu = validRows('activities').filter((row) => cell(row, 'kegiatan') === 'shu');
		const months = new Set(shu.map((row) => (isoOf(cell(row, 'tanggal')) ?? '').slice(0, 7)));
		expect([...months].sort()).toEqual(['2024-03', '2025-03']);
		const bought = validRows('activities').filter(
			(row) => cell(row, 'kegiatan') === 'ewarung_purchase'
		);
		expect(bought.every((row) => digitsOf(row).startsWith('3320'))).toBe(true);
		const rupiah = (month: string) =>
			bought
				.filter((row) => isoOf(cell(row, 'tanggal'))?.startsWith(month))
				.reduce((sum, row) => sum + Number(cell(row, 'nominal')), 0);
		expect(rupiah('2025-03')).toBeGreaterThan(1.2 * rupiah('2025-01'));
	});
});

describe('the folder of a demo', () => {
	it('is left as it was where it holds what the demo did not make', async () => {
		const out = path.join(folder, 'taken');
		const small = { people: 500, months: 2, out };
		await make('taken', small);
		await make('taken', small);
		writeFileSync(path.join(out, 'catatan.txt'), 'penting');
		await expect(make('taken', small)).rejects.toThrow('not made by the demo');
		expect(readFileSync(path.join(out, 'catatan.txt'), 'utf8')).toBe('penting');
	});

	it('does not come to be where the run is stopped, and nothing is left beside it', async () => {
		const stopped = new AbortController();
		const out = path.join(folder, 'stopped');
		const run = make('stopped', {
			people: 400_000,
			signal: stopped.signal,
			onProgress: () => stopped.abort(new Error('enough'))
		});
		await expect(run).rejects.toThrow('enough');
		expect(existsSync(out)).toBe(false);
		expect(readdirSync(folder).filter((name) => name.startsWith('.demo-'))).toEqual([]);
	});
});
