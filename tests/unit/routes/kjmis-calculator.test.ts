import { describe, expect, it } from 'vitest';
import { LOCALES } from '$lib/model';
import {
	EXAMPLE,
	FIELDS,
	GROUPS,
	reckon,
	textsOf,
	wrongWords
} from '../../../src/routes/program/kjmis/calculator';

const TEXTS = textsOf(EXAMPLE, 'id');

describe('the SHU calculator', () => {
	it('begins with the example, which it reads as it writes it in both languages', () => {
		expect(TEXTS.allPurchases).toBe('500.000.000');
		for (const locale of LOCALES)
			expect(reckon(textsOf(EXAMPLE, locale), locale)).toMatchObject({
				input: EXAMPLE,
				shares: { own: 215_000 },
				errors: null
			});
	});

	it('asks for every field once', () => {
		expect(GROUPS.flatMap(({ fields }) => fields).sort()).toEqual(Object.keys(FIELDS).sort());
	});

	it('reads 1.250.000 and 1250000 alike', () => {
		const [dots, plain] = ['1.250.000', '1250000'].map((ownSavings) =>
			reckon({ ...TEXTS, ownSavings }, 'id')
		);
		expect(dots).toEqual(plain);
		expect(dots).toMatchObject({ input: { ownSavings: 1_250_000 } });
	});

	it.each([
		[{ surplus: '' }, { surplus: 'Belum diisi.' }],
		[{ surplus: '1,5' }, { surplus: expect.stringContaining('1.250.000') }],
		[{ reserve: 'tiga' }, { reserve: expect.stringContaining('12,5') }],
		[{ reserve: '12,345' }, { reserve: expect.stringContaining('dua angka') }],
		[
			{ allPurchases: '99999999999999999999999' },
			{ allPurchases: expect.stringContaining('Terlalu besar') }
		],
		[{ reserve: '9'.repeat(40) }, { reserve: expect.stringContaining('100%') }],
		[{ surplus: '-5.000' }, { surplus: expect.stringContaining('tidak ada yang dibagi') }],
		[{ funds: '80' }, { funds: expect.stringContaining('100%') }],
		[{ ownPurchases: '600.000.000' }, { ownPurchases: expect.stringContaining('semua anggota') }]
	])('says what is wrong with %o at its field, and nothing of the others', (typed, errors) => {
		expect(reckon({ ...TEXTS, ...typed }, 'id')).toEqual({ errors });
	});

	it('says faults in the language of the page', () => {
		const { errors } = reckon({ ...textsOf(EXAMPLE, 'en'), surplus: '' }, 'en');
		expect(errors).toEqual({ surplus: 'Not filled in yet.' });
	});

	it('says aloud the first fault with its field, and how many more there are', () => {
		const said = (typed: Partial<typeof TEXTS>) =>
			wrongWords(reckon({ ...TEXTS, ...typed }, 'id').errors ?? {}, 'id');
		expect(said({ allSavings: '' })).toBe('Perlu diperbaiki, Simpanan semua anggota: Belum diisi.');
		expect(said({ ownSavings: 'x', surplus: '' })).toBe(
			'Perlu diperbaiki, Sisa hasil usaha: Belum diisi. Isian lain yang perlu diperbaiki: 1.'
		);
		expect(said({})).toBe('');
	});
});
