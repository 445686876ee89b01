import { existsSync, readFileSync } from 'node:fs';
import { getProvinces, getRegencies } from 'idn-area-data';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { abbreviate } from '../../data/reference/abbreviate';
import { loadReference } from '../../data/reference/load';
import { ISLAND_GROUPS } from '$lib/model/region';
import { createResolver } from '$lib/read/region';

const reference = loadReference();
const { regions, indicators, programmes, sources, priorityLists, priorityListMembers } = reference;
const provinces = regions.filter(({ level }) => level === 'province');
const regencies = regions.filter(({ level }) => level === 'regency');
const inProvince = (code: string) => regencies.filter(({ provinceCode }) => provinceCode === code);
const byCode = new Map(regions.map((region) => [region.code, region]));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('regions', () => {
	it('are the nation, 38 provinces and 514 regencies and cities', () => {
		expect(regions).toHaveLength(553);
		expect(provinces).toHaveLength(38);
		expect(regencies.filter(({ kind }) => kind === 'kabupaten')).toHaveLength(416);
		expect(regencies.filter(({ kind }) => kind === 'kota')).toHaveLength(98);
		expect(inProvince('32')).toHaveLength(27);
		expect(inProvince('35')).toHaveLength(38);
		expect(inProvince('93')).toHaveLength(4);
	});

	it('bear the names of idn-area-data', async () => {
		const names = [...(await getProvinces()), ...(await getRegencies())];
		expect(names).toHaveLength(552);
		for (const { code, name } of names) {
			const ours = byCode.get(code)?.name.toUpperCase();
			expect(ours?.replaceAll('ADMINISTRASI', 'ADM.')).toBe(
				name.toUpperCase().replaceAll('ADMINISTRASI', 'ADM.')
			);
		}
	});

	it('add up: women and men, regencies and provinces, provinces and the nation', () => {
		for (const region of regions) expect(region.male + region.female).toBe(region.population);
		for (const province of provinces) {
			const parts = inProvince(province.code);
			expect(sum(parts.map(({ population }) => population))).toBe(province.population);
			expect(sum(parts.map(({ areaKm2 }) => areaKm2))).toBeCloseTo(province.areaKm2, 2);
		}
		const nation = byCode.get('00');
		expect(sum(provinces.map(({ population }) => population))).toBe(nation?.population);
	});

	it('have the population that Dukcapil states for December 2024', () => {
		expect(byCode.get('00')?.population).toBe(284_973_643);
		expect(byCode.get('11')?.population).toBe(5_623_479);
		expect(byCode.get('91')?.population).toBe(1_102_360);
		expect(byCode.get('11.01')?.population).toBe(239_629);
	});

	it('lie in Indonesia, each with its island group', () => {
		for (const { level, lat, lng, islandGroup } of regions) {
			expect(lat).toBeGreaterThan(-11.1);
			expect(lat).toBeLessThan(6.1);
			expect(lng).toBeGreaterThan(95);
			expect(lng).toBeLessThan(141.1);
			if (level !== 'nation') expect(ISLAND_GROUPS).toContain(islandGroup);
		}
	});

	it('have tile letters that are unique in their province and come from their names', () => {
		for (const { code } of provinces) {
			const parts = inProvince(code);
			const letters = parts.map(({ abbreviation }) => abbreviation);
			expect(new Set(letters).size).toBe(parts.length);
			expect(letters).toEqual(abbreviate(parts.map(({ name }) => name)));
			for (const each of letters) expect(each).toMatch(/^k?[A-Z]{2,3}$/);
		}
		for (const { kind, abbreviation } of regencies)
			expect(abbreviation.startsWith('k')).toBe(kind === 'kota');
		expect(byCode.get('32.01')?.abbreviation).toBe('BGR');
		expect(byCode.get('32.71')?.abbreviation).toBe('kBGR');
	});

	it('have BPS codes where they are certain, each once, in the BPS code of their province', () => {
		const known = regencies.filter(({ bpsCode }) => bpsCode !== '');
		expect(known).toHaveLength(488);
		expect(new Set(known.map(({ bpsCode }) => bpsCode)).size).toBe(488);
		for (const { bpsCode, provinceCode } of known)
			expect(bpsCode.slice(0, 2)).toBe(byCode.get(provinceCode)?.bpsCode);
		expect(byCode.get('11.01')?.bpsCode).toBe('1103');
		expect(byCode.get('31.71')?.bpsCode).toBe('3173');
		for (const { bpsCode, code } of ['32', '33', '34', '35', '36'].flatMap(inProvince))
			expect(bpsCode).toBe(code.replace('.', ''));
		for (const { bpsCode } of ['93', '94', '95', '96'].flatMap(inProvince))
			expect(bpsCode).toBe('');
	});

	it('remember the provinces that they left', () => {
		const former = (code: string) =>
			reference.formerProvinces
				.filter((row) => row.code === code)
				.map(({ formerProvinceCode }) => formerProvinceCode);
		expect(former('96.04')).toEqual(['92']);
		expect(former('93.01')).toEqual(['91']);
		expect(former('65.01')).toEqual(['64']);
		expect(former('32.01')).toEqual([]);
		const moved = ['93', '94', '95', '96'].flatMap(inProvince).map(({ code }) => code);
		expect(moved).toHaveLength(26);
		for (const code of moved) expect(former(code)).not.toEqual([]);
	});

	it('give no former code that a region bears today', () => {
		for (const { system, formerCode } of reference.formerCodes)
			if (system === 'kemendagri') expect(byCode.has(formerCode)).toBe(false);
			else expect(regions.some(({ bpsCode }) => bpsCode === formerCode)).toBe(false);
	});
});

describe('indicators', () => {
	it('are all that figures and questions speak of', () => {
		expect(indicators.map(({ id }) => id).sort()).toEqual(
			[
				'extreme_poverty_people',
				'extreme_poverty_people_dtsen',
				'extreme_poverty_rate_190',
				'extreme_poverty_rate_215',
				'extreme_poverty_rate_target',
				'human_development_index',
				'iumk_permits',
				'iumk_permits_per_day',
				'iumk_turnover',
				'kampung_cooperatives',
				'kampung_with_cooperative',
				'kjmis_members',
				'kjmis_pioneer_district',
				'kmp_accounts',
				'kmp_cooperatives',
				'kmp_joining_decile_max',
				'kmp_members',
				'kmp_members_from_pkh',
				'kmp_training_decile_max',
				'pkh_families',
				'pkh_families_per_100_poor',
				'poor_people',
				'poor_people_rural',
				'poor_people_urban',
				'population',
				'poverty_gap_index',
				'poverty_line',
				'poverty_rate',
				'starter_credit_amount',
				'starter_credit_enterprises',
				'umkm_priority_provinces',
				'umkm_priority_regencies'
			].sort()
		);
	});

	it('are named and defined in both languages, and rates say what they are divided by', () => {
		for (const { name, definition, numerator, denominator, unit } of indicators) {
			for (const text of [name, definition, numerator]) {
				expect(text.id).not.toBe('');
				expect(text.en).not.toBe('');
			}
			expect(denominator.id === '').toBe(denominator.en === '');
			if (unit === 'percent' || unit.includes('_per_')) expect(denominator.id).not.toBe('');
		}
	});

	it('say that the two extreme poverty lines are not comparable', () => {
		for (const id of ['extreme_poverty_rate_190', 'extreme_poverty_rate_215']) {
			const definition = indicators.find((each) => each.id === id)?.definition;
			expect(definition?.id).toContain('tidak dapat dibandingkan');
			expect(definition?.en).toContain('not comparable');
		}
	});

	it('have a unit of their own for families over people', () => {
		const unit = (id: string) => indicators.find((each) => each.id === id)?.unit;
		expect(unit('pkh_families')).toBe('families');
		expect(unit('poor_people')).toBe('people');
		expect(unit('pkh_families_per_100_poor')).toBe('families_per_100_people');
	});
});

describe('programmes and sources', () => {
	it('know when a programme began only with a source that says so: KMP on 27 March 2025', () => {
		const known = programmes.filter(({ beginsOn }) => beginsOn !== '');
		expect(known.map(({ id, beginsOn }) => [id, beginsOn])).toEqual([['kmp', '2025-03-27']]);
		for (const { beginsOn, beginsSource } of programmes)
			expect(beginsSource !== '').toBe(beginsOn !== '');
		const [said] = sources.filter(({ id }) => id === known[0]?.beginsSource);
		expect(said?.note.id).toContain('27 Maret 2025');
	});

	it('are the fifteen programmes, each in both languages', () => {
		expect(programmes).toHaveLength(15);
		for (const { name, description, owner } of programmes)
			for (const text of [name.id, name.en, description.id, description.en, owner])
				expect(text).not.toBe('');
	});

	it('say publisher, title and where, and carry their caution in both languages', () => {
		for (const { publisher, title, where, note } of sources)
			for (const text of [publisher, title, where, note.id, note.en]) expect(text).not.toBe('');
		const doubtful = sources.find(({ id }) => id === 'bps-regency-rate-2021');
		expect(doubtful?.note.id).toContain('belum diverifikasi');
		expect(doubtful?.note.en).toContain('not verified');
		expect(doubtful?.publisher).toContain('dihimpun');
		expect(doubtful?.publisherEn).toContain('put together');
	});
});

describe('priority lists', () => {
	const members = (id: string) =>
		priorityListMembers.filter(({ listId }) => listId === id).map(({ regionCode }) => regionCode);

	it('hold 35 regencies of 2021, five in each of what were seven provinces', () => {
		const codes = members('pke-2021-35');
		expect(codes).toHaveLength(35);
		const atTheTime = codes.map((code) => {
			const left = reference.formerProvinces.find(
				(row) => row.code === code && Number(row.until) > 2021
			);
			return left?.formerProvinceCode ?? code.slice(0, 2);
		});
		const counts = new Map<string, number>();
		for (const province of atTheTime) counts.set(province, (counts.get(province) ?? 0) + 1);
		expect([...counts].sort()).toEqual(
			['32', '33', '35', '53', '81', '91', '92'].map((province) => [province, 5])
		);
	});

	it('hold 17 of Jawa Tengah 2024, Jepara and Jember', () => {
		expect(members('jateng-17-2024')).toHaveLength(17);
		for (const code of members('jateng-17-2024')) expect(code.slice(0, 2)).toBe('33');
		expect(members('kjmis-2020')).toEqual(['33.20']);
		expect(members('kmp-pkh-2025')).toEqual(['35.09']);
	});

	it('know that the 48 of KemenkopUKM exist and name none of them', () => {
		const list = priorityLists.find(({ id }) => id === 'kemenkopukm-48');
		expect(list).toMatchObject({ membersPublic: false, size: 48, certainty: 'low' });
		expect(list?.note.id).toContain('Klaten');
		expect(members('kemenkopukm-48')).toEqual([]);
	});

	it('say their true size', () => {
		for (const { id, size, membersPublic } of priorityLists)
			if (membersPublic) expect(members(id)).toHaveLength(size);
	});
});

describe('kampung', () => {
	it('are twelve with nine cooperatives', () => {
		expect(new Set(reference.kampung.map(({ kampung }) => kampung)).size).toBe(12);
		expect(new Set(reference.kampung.map((row) => row.cooperativeNumber)).size).toBe(9);
	});
});

const RATES = '../shared/facts/regency_poverty_rate.csv';

describe.skipIf(!existsSync(RATES))('names as printed in regency_poverty_rate.csv', () => {
	it('all 514 lead to their regency, by name and the province of the time', () => {
		interface Line {
			regency_code: string;
			name_in_source: string;
			province_in_source: string;
		}
		const text = readFileSync(RATES, 'utf8');
		const { data } = Papa.parse<Line>(text, { header: true, skipEmptyLines: true });
		expect(data).toHaveLength(514);
		const questions = data.map((line) => ({
			name: line.name_in_source,
			province: line.province_in_source,
			level: 'regency' as const
		}));
		const list = createResolver(reference).among(questions);
		const found = questions.map((question) => {
			const result = list.resolve(question);
			return result.ok ? result.code : `${question.name}: ${result.rule}`;
		});
		expect(found).toEqual(data.map((line) => line.regency_code));
	});
});
