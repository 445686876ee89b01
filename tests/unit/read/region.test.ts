import { describe, expect, it } from 'vitest';
import { loadReference } from '../../../data/reference/load';
import {
	createResolver,
	REGION_RULES,
	regionRefusalText,
	type RegionQuestion,
	type RegionRule
} from '$lib/read/region';

const reference = loadReference();
const resolver = createResolver(reference);
const provinces = reference.regions.filter(({ level }) => level === 'province');

/** The code found, or the rule that refused. */
function answer(question: RegionQuestion): string {
	const result = resolver.resolve(question);
	return result.ok ? result.code : result.rule;
}

function candidates(question: RegionQuestion): string[] {
	const result = resolver.resolve(question);
	return result.ok ? [] : result.candidates.map(({ code }) => code);
}

describe('codes', () => {
	it('are read with the dot, without it, and as a spreadsheet leaves them', () => {
		for (const code of ['32.01', '3201', ' 32.01 ', "'3201", '3201.0', '32-01'])
			expect(answer({ code })).toBe('32.01');
	});

	it('that lost their last zero get it back: two digits must follow the dot', () => {
		expect(resolver.resolve({ code: '11.1' })).toEqual({
			ok: true,
			code: '11.10',
			via: 'code_zero_restored'
		});
		expect(answer({ code: '32.7' })).toBe('region_code_unknown');
		expect(answer({ code: '11.1', name: 'Kab. Aceh Selatan' })).toBe('region_code_name_conflict');
	});

	it('of three digits are refused, since either zero may be the one that is lost', () => {
		expect(answer({ code: '321' })).toBe('region_code_lost_zero_ambiguous');
		expect(candidates({ code: '321' }).sort()).toEqual(['32.01', '32.10']);
		expect(answer({ code: '321', name: 'Kabupaten Bogor' })).toBe('32.01');
	});

	it('without a dot are refused where the two systems disagree and nothing tells which', () => {
		expect(answer({ code: '1101' })).toBe('region_code_system_ambiguous');
		expect(answer({ code: '1101', codes: 'kemendagri' })).toBe('11.01');
		expect(answer({ code: '1101', codes: 'bps' })).toBe('11.09');
		expect(answer({ code: '1101', name: 'Simeulue' })).toBe('11.09');
		expect(answer({ code: '11.01' })).toBe('11.01');
	});

	it('of provinces come in both lengths, and 0000 is the nation', () => {
		expect(answer({ code: '32' })).toBe('32');
		expect(answer({ code: '3200' })).toBe('32');
		expect(answer({ code: '00' })).toBe('00');
		expect(answer({ code: '0000', codes: 'bps' })).toBe('00');
		expect(answer({ code: '94' })).toBe('region_code_system_ambiguous');
		expect(answer({ code: '94', codes: 'bps' })).toBe('91');
	});

	it('from before the new provinces of Papua lead to the same regency', () => {
		expect(resolver.resolve({ code: '92.09' })).toEqual({
			ok: true,
			code: '96.04',
			via: 'former_code'
		});
		expect(answer({ code: '9401', codes: 'bps' })).toBe('93.01');
	});

	it('that BPS gave Papua since are not known here: the name decides, and none is guessed', () => {
		expect(answer({ code: '9501', codes: 'bps', name: 'Merauke' })).toBe('93.01');
		expect(answer({ code: '9501', codes: 'bps' })).toBe('region_code_system_ambiguous');
	});

	it('of villages, of nothing and of nowhere are refused by name', () => {
		expect(answer({ code: '32.01.01.2001' })).toBe('region_code_below_regency');
		expect(candidates({ code: '3201010' })).toEqual(['32.01']);
		expect(answer({ code: '99.99' })).toBe('region_code_unknown');
		expect(answer({ code: 'x32' })).toBe('region_code_malformed');
		expect(answer({ code: '  ', name: '' })).toBe('region_empty');
	});
});

describe('names', () => {
	it('are known in every manner of writing', () => {
		for (const name of ['KAB. BOGOR', 'Kabupaten Bogor', 'Kab Bogor', 'kab.bogor', ' KAB.  BOGOR '])
			expect(answer({ name })).toBe('32.01');
		expect(answer({ name: 'KOTA BOGOR' })).toBe('32.71');
		expect(answer({ name: 'Bogor, Kota' })).toBe('32.71');
		expect(answer({ name: 'Kota Adm. Jakarta Selatan' })).toBe('31.74');
		expect(answer({ name: 'Kab. Adm. Kep. Seribu' })).toBe('31.01');
		expect(answer({ name: 'Kotabaru' })).toBe('63.02');
		expect(answer({ name: 'S I A K' })).toBe('14.08');
		expect(answer({ name: 'Nduga *' })).toBe('95.08');
		expect(answer({ name: 'Toli-Toli' })).toBe('72.04');
	});

	it('of provinces and the nation are known, short forms too', () => {
		for (const name of ['DKI Jakarta', 'Daerah Khusus Ibukota Jakarta', 'Prov. DKI Jakarta'])
			expect(answer({ name })).toBe('31');
		for (const name of ['D.I. Yogyakarta', 'DI Yogyakarta', 'D I YOGYAKARTA', 'DIY'])
			expect(answer({ name })).toBe('34');
		expect(answer({ name: 'Kep. Riau' })).toBe('21');
		expect(answer({ name: 'KEP. BANGKA BELITUNG' })).toBe('19');
		expect(answer({ name: 'Jabar' })).toBe('32');
		expect(answer({ name: 'INDONESIA' })).toBe('00');
	});

	it('without a kind are taken where one region bears them, and refused where two do', () => {
		expect(answer({ name: 'Cianjur' })).toBe('32.03');
		expect(answer({ name: 'Bogor' })).toBe('region_ambiguous');
		expect(candidates({ name: 'Bogor' })).toEqual(['32.01', '32.71']);
		expect(answer({ name: 'Jambi' })).toBe('region_ambiguous');
		expect(answer({ name: 'Jambi', level: 'province' })).toBe('15');
		expect(answer({ name: 'Yogyakarta' })).toBe('region_ambiguous');
	});

	it('of the past lead to the region of today', () => {
		const past: [string, string][] = [
			['Kabupaten Pontianak', '61.02'],
			['Toba Samosir', '12.12'],
			['KAB. MAMUJU UTARA', '76.01'],
			['Maluku Tenggara Barat', '81.03'],
			['Kota Padangsidempuan', '12.77'],
			['Karang Asem', '51.07'],
			['Kab. Siau Tagulandang Biaro', '71.09']
		];
		for (const [name, code] of past)
			expect(resolver.resolve({ name })).toMatchObject({ ok: true, code });
		expect(resolver.resolve({ name: 'Toba Samosir' })).toMatchObject({ via: 'former_name' });
	});

	it('that were both a regency of the past and a city of today are refused when bare', () => {
		expect(answer({ name: 'Pontianak' })).toBe('region_ambiguous');
		expect(answer({ name: 'Kota Pontianak' })).toBe('61.71');
	});

	it('misspelled are never taken for the name they resemble, but it is named', () => {
		expect(answer({ name: 'Kabupaten Cianjr' })).toBe('region_unknown');
		expect(candidates({ name: 'Kabupaten Cianjr' })[0]).toBe('32.03');
		expect(answer({ name: 'Atlantis Raya' })).toBe('region_unknown');
	});

	it('that are nearly right beside a good code are accepted by the code, and said', () => {
		expect(resolver.resolve({ code: '32.03', name: 'Kab. Cianjr' })).toEqual({
			ok: true,
			code: '32.03',
			via: 'code',
			unrecognisedName: 'Kab. Cianjr'
		});
		expect(answer({ code: '32.03', name: 'Kota Bogor' })).toBe('region_code_name_conflict');
		expect(answer({ code: '32.03', name: 'Atlantis Raya' })).toBe('region_code_name_conflict');
	});

	it('that code and level contradict are refused', () => {
		expect(answer({ name: 'Jawa Barat', level: 'regency' })).toBe('region_level_conflict');
		expect(answer({ code: '32', level: 'regency' })).toBe('region_level_conflict');
	});
});

describe('a province column', () => {
	it('tells regions of one name apart', () => {
		expect(answer({ name: 'Banjar' })).toBe('region_ambiguous');
		expect(answer({ name: 'Banjar', province: 'Kalimantan Selatan' })).toBe('63.03');
		expect(answer({ name: 'Banjar', province: '32' })).toBe('32.79');
	});

	it('may be the province of the time', () => {
		expect(answer({ name: 'Tambrauw', province: 'Papua Barat' })).toBe('96.04');
		expect(answer({ code: '95.08', name: 'Nduga', province: 'PAPUA' })).toBe('95.08');
		expect(answer({ name: 'Bulungan', province: 'KALIMANTAN TIMUR' })).toBe('65.01');
	});

	it('is checked', () => {
		expect(answer({ code: '32.01', province: 'Banten' })).toBe('region_province_conflict');
		expect(answer({ name: 'Cianjur', province: 'Jawa Bara' })).toBe('region_province_unknown');
		expect(answer({ name: 'Indonesia', province: 'Indonesia' })).toBe('00');
	});
});

describe('a list', () => {
	it('tells a bare name by what stands beside it', () => {
		const list = resolver.among([{ name: 'Bogor' }, { name: 'Kota Bogor' }]);
		expect(list.resolve({ name: 'Bogor' })).toEqual({
			ok: true,
			code: '32.01',
			via: 'elimination'
		});
		expect(resolver.among([{ name: 'Bogor' }]).resolve({ name: 'Bogor' }).ok).toBe(false);
	});

	it('does not make a city of a bare name because its regency is there', () => {
		const beside = resolver.among([{ name: 'Bogor' }, { name: 'Kab. Bogor' }]);
		expect(beside.resolve({ name: 'Bogor' })).toMatchObject({
			ok: false,
			rule: 'region_ambiguous'
		});
		const both = resolver.among([
			{ name: 'Kab. Bogor' },
			{ name: 'Bogor' },
			{ name: 'Kota Bogor' }
		]);
		expect(both.resolve({ name: 'Bogor' }).ok).toBe(false);
	});

	it('of provinces means the province by a name that a city bears too', () => {
		const names = provinces.map(({ name }) => ({ name }));
		const list = resolver.among(names);
		for (const { name, code } of provinces)
			expect(list.resolve({ name })).toMatchObject({ ok: true, code });
	});
});

describe('a refusal', () => {
	const examples: Record<RegionRule, RegionQuestion> = {
		region_empty: {},
		region_unknown: { name: 'Kabupaten Cianjr' },
		region_ambiguous: { name: 'Bogor' },
		region_code_unknown: { code: '99.99' },
		region_code_malformed: { code: 'abc' },
		region_code_below_regency: { code: '3201010' },
		region_code_lost_zero_ambiguous: { code: '321' },
		region_code_system_ambiguous: { code: '1101' },
		region_code_name_conflict: { code: '32.01', name: 'Kota Bogor' },
		region_province_unknown: { name: 'Cianjur', province: 'Jawa Bara' },
		region_province_conflict: { name: 'Cianjur', province: 'Banten' },
		region_level_conflict: { code: '32', level: 'regency' }
	};

	it.each(REGION_RULES)('%s says what is wrong and the way out in both languages', (rule) => {
		const result = resolver.resolve(examples[rule]);
		if (result.ok) throw new Error(`${rule} was not refused`);
		expect(result.rule).toBe(rule);
		const said = (['id', 'en'] as const).map((locale) => regionRefusalText(result, locale));
		for (const { message, hint } of said) {
			expect(message).not.toMatch(/[{}]|undefined|read_region/);
			expect(hint.length).toBeGreaterThan(10);
		}
		expect(said[0]?.message).not.toBe(said[1]?.message);
	});

	it('names the candidates with their codes', () => {
		const result = resolver.resolve({ name: 'Bogor' });
		if (result.ok) throw new Error('Bogor was not refused');
		expect(regionRefusalText(result, 'id').hint).toContain(
			'Kabupaten Bogor (32.01) atau Kota Bogor (32.71)'
		);
		expect(regionRefusalText(result, 'en').hint).toContain(
			'Kabupaten Bogor (32.01) or Kota Bogor (32.71)'
		);
	});
});
