import { describe, expect, it } from 'vitest';
import { type ColumnsResult, type ListMap, decideColumns } from '$lib/lists';
import type { ListKind } from '$lib/model';

function decided(headers: readonly string[], list: ListKind = 'beneficiaries', map: ListMap = {}) {
	const result: ColumnsResult = decideColumns(headers, list, map);
	if (!result.ok) throw new Error(JSON.stringify(result));
	return {
		...result.found,
		roles: Object.fromEntries(
			Object.entries(result.found.columns).map(([role, { header }]) => [role, header])
		)
	};
}

describe('the columns of a list', () => {
	it('are known by the headers of SIKS-NG, in any order and dress', () => {
		const { roles, unread, other } = decided([
			'NO',
			'idsemesta',
			'NAMA PENERIMA',
			'NOKK',
			'Nik',
			'Alamat',
			'RT/RW',
			'provinsi',
			'kabupaten',
			'kode_wilayah',
			'Program Bansos',
			'Desil (1-10)',
			'Jenis Kelamin',
			'tanggal_lahir',
			'no_hp',
			'norekening',
			'nama_ibu',
			'isAktifHamil',
			'foto_ktp'
		]);
		expect(roles).toEqual({
			nik: 'Nik',
			kk: 'NOKK',
			region_code: 'kode_wilayah',
			region_name: 'kabupaten',
			province: 'provinsi',
			programme: 'Program Bansos',
			decile: 'Desil (1-10)',
			sex: 'Jenis Kelamin',
			birth: 'tanggal_lahir'
		});
		expect(unread.map(({ header }) => header)).toEqual([
			...['idsemesta', 'NAMA PENERIMA', 'Alamat', 'RT/RW', 'no_hp', 'norekening'],
			...['nama_ibu', 'isAktifHamil', 'foto_ktp']
		]);
		expect(other.map(({ header }) => header)).toEqual(['NO']);
	});

	it('are known in English as well', () => {
		expect(
			decided(
				[
					'National ID',
					'Cooperative',
					'Programme',
					'Regency',
					'Joined on',
					'Date left',
					'Last transaction'
				],
				'members'
			).roles
		).toEqual({
			nik: 'National ID',
			cooperative_name: 'Cooperative',
			programme: 'Programme',
			region_name: 'Regency',
			joined: 'Joined on',
			left: 'Date left',
			last_transaction: 'Last transaction'
		});
	});

	it('the registration number of a cooperative is not the number of a person', () => {
		const { roles } = decided(['NIK', 'nik_koperasi', 'Program'], 'members');
		expect(roles).toEqual({ nik: 'NIK', cooperative_code: 'nik_koperasi', programme: 'Program' });
	});

	it('where two could be meant, nothing is guessed', () => {
		const headers = ['NIK', 'NIK Pengurus', 'Program', 'Kode Wilayah'];
		expect(decideColumns(headers, 'beneficiaries', {})).toMatchObject({
			ok: false,
			why: 'ambiguous',
			role: 'nik',
			candidates: [{ header: 'NIK' }, { header: 'NIK Pengurus' }]
		});
	});

	it('the mapping file answers, by header or by place', () => {
		const headers = ['NIK', 'NIK Pengurus', 'Program', 'Kode Wilayah'];
		const byHeader: ListMap = { beneficiaries: { columns: { 'nik pengurus': 'unread' } } };
		const byPlace: ListMap = { beneficiaries: { columns: { '#1': 'nik' } } };
		for (const map of [byHeader, byPlace])
			expect(decided(headers, 'beneficiaries', map).roles['nik']).toBe('NIK');
	});

	it('a regency comes before an area, an area before a village', () => {
		const more = ['NIK', 'Program', 'Kode Desa', 'Kode Wilayah', 'Kode Kabupaten'];
		expect(decided(more).roles['region_code']).toBe('Kode Kabupaten');
		expect(decided(more.slice(0, 4)).roles['region_code']).toBe('Kode Wilayah');
		expect(decided(more.slice(0, 3)).roles['region_code']).toBe('Kode Desa');
	});

	it('of a code in both systems one is taken without a question', () => {
		const headers = ['NIK', 'Program', 'kode_bps', 'kode_kemendagri'];
		expect(decided(headers)).toMatchObject({
			roles: { region_code: 'kode_kemendagri' },
			codes: 'kemendagri'
		});
		const bps = decideColumns(headers, 'beneficiaries', {}, 'bps');
		expect(bps).toMatchObject({ ok: true, found: { codes: 'bps' } });
	});

	it('what is needed and missing is named, unless the mapping file states it', () => {
		const headers = ['NIK', 'Kabupaten'];
		expect(decideColumns(headers, 'beneficiaries', {})).toMatchObject({
			ok: false,
			why: 'missing',
			roles: ['programme']
		});
		const map: ListMap = { beneficiaries: { constants: { programme: 'pkh' } } };
		expect(decided(headers, 'beneficiaries', map).constants).toEqual({ programme: 'pkh' });
	});

	it('a month of payment counts only where no column says when it began or ended', () => {
		const headers = ['NIK', 'Program', 'Kabupaten', 'Bulan'];
		expect(decided(headers).roles['month']).toBe('Bulan');
		expect(decided([...headers, 'Mulai']).roles).not.toHaveProperty('month');
	});
});
