import { describe, expect, it } from 'vitest';
import { LIST_RULES, cooperativeMessage, publishableCode, ruleText, wordOf } from '$lib/lists';
import { ACTIVITIES, ASSISTANCE, COOPERATIVE_PROGRAMMES, type ListKind } from '$lib/model';

const WORDS: Readonly<Record<ListKind, readonly string[]>> = {
	beneficiaries: ASSISTANCE,
	members: COOPERATIVE_PROGRAMMES,
	activities: ACTIVITIES
};

describe('words of lists', () => {
	it.each<[ListKind, string, string[]]>([
		['beneficiaries', 'pkh', ['PKH', 'Program Keluarga Harapan (PKH)', 'pkh reguler']],
		[
			'beneficiaries',
			'sembako',
			['BPNT', 'Sembako', 'Program Sembako', 'BPNT/Sembako', 'SEMBAKO_ADAPTIF']
		],
		[
			'members',
			'kmp',
			['KMP', 'Koperasi Merah Putih', 'KDMP', 'KDKMP', 'Koperasi Desa Merah Putih']
		],
		['members', 'kjmis', ['KJMIS', 'Koperasi Jasa Masyarakat Indonesia Sejahtera']],
		['members', 'koperasi_kampung', ['Koperasi kampung', 'koperasi_kampung']],
		[
			'activities',
			'training',
			['Pelatihan', 'Pelatihan kewirausahaan', 'training', 'Bimbingan teknis']
		],
		['activities', 'mentoring', ['Pendampingan', 'mentoring']],
		[
			'activities',
			'ewarung_purchase',
			['Belanja e-Warung', 'belanja di e-warung', 'ewarung_purchase']
		],
		['activities', 'savings', ['Simpanan', 'Simpanan wajib', 'savings']],
		['activities', 'shu', ['SHU', 'Sisa Hasil Usaha']],
		['activities', 'kube', ['KUBE', 'Kelompok Usaha Bersama']],
		['activities', 'prokus', ['ProKUS', 'Kewirausahaan Sosial', 'Program Kewirausahaan Sosial']],
		['activities', 'umi', ['UMi', 'Pembiayaan Ultra Mikro']],
		['activities', 'mekaar', ['PNM Mekaar', 'Mekaar']],
		['activities', 'kur', ['KUR', 'Kredit Usaha Rakyat']],
		['activities', 'market_access', ['Akses pasar', 'market access']],
		['activities', 'graduation', ['Graduasi', 'graduation', 'Graduasi mandiri']]
	])('of %s: %s', (list, word, said) => {
		for (const text of said) expect(WORDS[list][wordOf(text, list) ?? -1], text).toBe(word);
	});

	it('two programmes in one cell, or none, are no programme', () => {
		for (const text of ['PKH dan Sembako', 'PKH + BPNT', 'BLT', '', 'x pkh'])
			expect(wordOf(text, 'beneficiaries'), text).toBeNull();
		expect(wordOf('pkh', 'members')).toBeNull();
	});

	it('every rule has a message and a repair hint in both languages', () => {
		for (const rule of LIST_RULES) {
			const [id, en] = [ruleText(rule, 'id'), ruleText(rule, 'en')];
			expect(id.message).not.toBe(en.message);
			expect(id.hint).not.toBe(en.hint);
		}
	});
});

describe('the code of a cooperative', () => {
	it('is published where it is a code', () => {
		for (const code of ['K-001', 'KJMIS-JPR-0001', '3320/12', 'kmp.7', '00123'])
			expect(publishableCode(code)).toBe(code.toUpperCase());
	});

	it('is not published where it may be a name, a person, a phone or an account', () => {
		const hidden = ['Koperasi Sejahtera', 'SEJAHTERA', 'KOPERASI-SEJAHTERA-1', '081234567890'];
		const numbers = [
			'+62-812-3456-7890',
			'0812-345-678',
			`3201${'0117'}0885${'9001'}`,
			'1234567890',
			'KODE-YANG-PANJANG-SEKALI-001'
		];
		for (const text of [...hidden, ...numbers, '']) expect(publishableCode(text), text).toBeNull();
	});

	it('stands on the name alone, not on its dress', () => {
		expect(cooperativeMessage('  Koperasi  MAJU ')).toBe('cooperative|koperasi maju');
	});
});
