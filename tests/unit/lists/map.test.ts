import { describe, expect, it } from 'vitest';
import { ListError, mapHelp, parseListMap, problemText } from '$lib/lists';
import { LOCALES } from '$lib/model';

describe('a mapping file', () => {
	it('names columns, constants, a sheet and the system of codes', () => {
		const json = {
			codes: 'bps',
			members: {
				columns: { Kop: 'cooperative_name' },
				programme: 'kmp',
				region: 3201,
				sheet: 'Data'
			},
			activities: { activity: 'pelatihan' }
		};
		expect(parseListMap(`\ufeff${JSON.stringify(json)}`)).toEqual({
			ok: true,
			map: {
				codes: 'bps',
				members: {
					columns: { Kop: 'cooperative_name' },
					constants: { programme: 'kmp', region_code: '3201' },
					sheet: 'Data'
				},
				activities: { constants: { kind: 'pelatihan' } }
			}
		});
	});

	it.each([
		['{', 'JSON'],
		['[]', 'JSON'],
		['{"anggota":{}}', 'anggota'],
		['{"codes":"pos"}', 'codes'],
		['{"members":{"columns":{"A":"kk"}}}', 'members.columns.A'],
		['{"members":{"activity":"shu"}}', 'members.activity'],
		['{"beneficiaries":{"programme":""}}', 'beneficiaries.programme']
	])('%s is refused at %s, with what may stand there', (json, at) => {
		const result = parseListMap(json);
		expect(result).toMatchObject({ ok: false, fault: { at } });
		if (result.ok) return;
		expect(result.fault.allowed.length).toBeGreaterThan(0);
		for (const locale of LOCALES) {
			const { message, hint } = problemText({ kind: 'map_invalid', fault: result.fault }, locale);
			expect(message).toContain(at);
			expect(hint).toContain(result.fault.allowed[0]);
		}
	});

	it('is explained with an example that it accepts itself', () => {
		for (const locale of LOCALES) {
			const help = mapHelp(locale);
			const example = help.slice(help.indexOf('{'), help.lastIndexOf('}') + 1);
			expect(parseListMap(example)).toMatchObject({ ok: true });
		}
		expect(mapHelp('id')).not.toBe(mapHelp('en'));
	});

	it('a question names both columns and how to answer it', () => {
		const error = new ListError({
			kind: 'column_ambiguous',
			list: 'members',
			file: 'anggota.csv',
			role: 'nik',
			candidates: [
				{ at: 0, header: 'NIK' },
				{ at: 4, header: 'NIK' }
			]
		});
		const { message, hint } = problemText(error.problem, 'en');
		expect(message).toContain('"NIK" (#1) or "NIK" (#5)');
		expect(hint).toContain('{"members":{"columns":{"#1":"nik"}}}');
	});
});
