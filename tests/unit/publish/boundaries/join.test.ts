import { describe, expect, it } from 'vitest';
import { createResolver } from '$lib/read/region';
import { findColumns } from '../../../../data/publish/boundaries/columns';
import { toShapes } from '../../../../data/publish/boundaries/geometry';
import { joinShapes } from '../../../../data/publish/boundaries/join';
import { BoundaryError } from '../../../../data/publish/boundaries/problem';
import { collection, reference, regencies, regenciesOf } from './samples';

const resolver = createResolver(reference);
const NOTHING = { code: undefined, codes: undefined, name: undefined, province: undefined };

function join(
	properties: readonly Record<string, string | number>[],
	asked: Partial<Record<'code' | 'name' | 'province', string>> & {
		codes?: 'kemendagri' | 'bps';
	} = {}
) {
	const { shapes } = toShapes(collection(properties, 4).features);
	const columns = findColumns(shapes, { ...NOTHING, ...asked }, { resolver, reference });
	return { columns, joined: joinShapes(shapes, columns, resolver, regencies) };
}

const codesOf = ({ joined }: ReturnType<typeof join>) => [...joined.regions.keys()].sort();

function ruleOf(work: () => unknown): string {
	try {
		work();
	} catch (error) {
		if (error instanceof BoundaryError) return error.rule;
		throw error;
	}
	return '';
}

const jabar = regenciesOf('32');
const aceh = regenciesOf('11');

describe('features are joined to regions', () => {
	const wanted = jabar.map(({ code }) => code);

	it('by the Kemendagri code, with its dot and without, whatever the property is called', () => {
		const dotted = join(jabar.map(({ code }, index) => ({ OBJECTID: index + 1, KDPKAB: code })));
		expect(dotted.columns).toMatchObject({ code: 'KDPKAB', codes: 'kemendagri' });
		expect(codesOf(dotted)).toEqual(wanted);
		expect(dotted.joined.byCode).toBe(12);
		const plain = join(jabar.map(({ code, name }) => ({ kab: code.replace('.', ''), name })));
		expect(codesOf(plain)).toEqual(wanted);
	});

	it('by the BPS code, told from that of Kemendagri by the names beside it', () => {
		const bps = join(aceh.map(({ bpsCode, name }) => ({ kode: bpsCode, nama: name })));
		expect(bps.columns).toMatchObject({ code: 'kode', codes: 'bps', name: 'nama' });
		expect(codesOf(bps)).toEqual(aceh.map(({ code }) => code));
		const same = join(aceh.map(({ code, name }) => ({ kode: code.replace('.', ''), nama: name })));
		expect(same.columns.codes).toBe('kemendagri');
		expect(codesOf(same)).toEqual(codesOf(bps));
	});

	it('by no code that fits both systems for different regions, until it is said which', () => {
		const bare = aceh.map(({ bpsCode }) => ({ kode: bpsCode }));
		expect(ruleOf(() => join(bare))).toBe('codes_ambiguous');
		expect(codesOf(join(bare, { codes: 'bps' }))).toEqual(aceh.map(({ code }) => code));
	});

	it('by a code with the letters ID before it', () => {
		const ocha = join(
			jabar.map(({ bpsCode, name }) => ({ ADM2_PCODE: `ID${bpsCode}`, ADM2_EN: name }))
		);
		expect(ocha.columns).toMatchObject({ code: 'ADM2_PCODE', name: 'ADM2_EN' });
		expect(codesOf(ocha)).toEqual(wanted);
	});

	it('by name, in any spelling that is known', () => {
		const named = join(jabar.map(({ name }) => ({ NAMOBJ: name.toUpperCase() })));
		expect(named.columns).toMatchObject({ code: '', name: 'NAMOBJ' });
		expect(codesOf(named)).toEqual(wanted);
		expect(named.joined.byName).toBe(12);
	});

	it('by name within its province', () => {
		const rows = [
			...regenciesOf('32', 3).map(({ name }) => ({ WADMKK: name, WADMPR: 'Jawa Barat' })),
			{ WADMKK: 'Kabupaten Bogor', WADMPR: 'Jawa Tengah' }
		];
		const { columns, joined } = join(rows, { name: 'WADMKK', province: 'WADMPR' });
		expect(columns.province).toBe('WADMPR');
		expect(joined.regions.size).toBe(3);
		expect(joined.unjoined).toMatchObject([
			{ number: 4, refusal: { rule: 'region_province_conflict' } }
		]);
	});

	it('part by part, where one region has several features', () => {
		const { joined } = join([...jabar, ...jabar.slice(0, 3)].map(({ code }) => ({ code })));
		expect(joined.regions.size).toBe(12);
		expect(joined.regions.get('32.01')?.map(({ number }) => number)).toEqual([1, 13]);
	});
});

describe('what does not join', () => {
	const rows = jabar.map(({ code, name }) => ({ code, name }));

	it('is named, feature by feature and region by region', () => {
		const { joined } = join([...rows, { code: '99.99', name: 'Waduk Cirata' }]);
		expect(joined.unjoined).toMatchObject([
			{ number: 13, label: '99.99 Waduk Cirata', refusal: { rule: 'region_code_unknown' } }
		]);
		expect(joined.without).toHaveLength(514 - 12);
		expect(joined.without.map(({ code }) => code)).not.toContain('32.01');
	});

	it('is a feature whose code and name mean two regions', () => {
		const torn = [{ code: '32.01', name: 'Kabupaten Garut' }, ...rows.slice(1)];
		const { joined } = join(torn);
		expect(joined.unjoined).toMatchObject([
			{ number: 1, refusal: { rule: 'region_code_name_conflict' } }
		]);
		expect(joined.regions.has('32.01')).toBe(false);
	});

	it('is a file of provinces, of villages or of something else, each by its own name', () => {
		const provinces = reference.regions.filter(({ level }) => level === 'province').slice(0, 12);
		expect(ruleOf(() => join(provinces.map(({ code }) => ({ code }))))).toBe('only_provinces');
		expect(ruleOf(() => join(provinces.map(({ name }) => ({ name }))))).toBe('only_provinces');
		const villages = jabar.map(({ code }, index) => ({ kode: `${code}.01.${2001 + index}` }));
		expect(ruleOf(() => join(villages))).toBe('too_fine');
		expect(ruleOf(() => join([{ nama: 'Waduk Cirata' }, { nama: 'Danau Toba' }]))).toBe(
			'nothing_joined'
		);
	});

	it('is a property that the file lacks', () => {
		expect(ruleOf(() => join(rows, { code: 'KODE' }))).toBe('property_unknown');
	});
});
