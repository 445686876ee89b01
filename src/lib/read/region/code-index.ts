import { NATION, type RegionCode } from '$lib/model/region';
import type { CodeSystem, RegionReference } from './reference';
import type { Reading, RegionRule } from './resolution';

/** What a written code may mean. `rule` says what is wrong where it does not mean one region. */
export interface CodeReadings {
	readings: Reading[];
	rule: Extract<RegionRule, `region_code_${string}`> | null;
}

export interface CodeIndex {
	readings: (text: string, system: CodeSystem | undefined) => CodeReadings;
}

/**
 * Codes of both systems. A dot says Kemendagri (`32.01`); four digits without a dot may be either
 * (`1101` is Aceh Selatan for Kemendagri and Simeulue for BPS), so both readings are returned
 * unless the system is said.
 */
export function indexCodes(reference: RegionReference): CodeIndex {
	const kemendagri = new Map<string, Reading>();
	const bps = new Map<string, Reading[]>();
	for (const { code, bpsCode } of reference.regions) {
		kemendagri.set(code, { code, via: 'code' });
		if (bpsCode !== '') bps.set(bpsCode, [{ code, via: 'code' }]);
	}
	for (const { code, system, formerCode } of reference.formerCodes) {
		const reading: Reading = { code, via: 'former_code' };
		if (system === 'bps' && !bps.has(formerCode)) bps.set(formerCode, [reading]);
		if (system === 'kemendagri' && !kemendagri.has(formerCode)) kemendagri.set(formerCode, reading);
	}
	bps.set(NATION, [{ code: NATION, via: 'code' }]);
	const bpsProvince = new Map(
		reference.regions.filter(({ level }) => level === 'province').map((r) => [r.bpsCode, r.code])
	);

	/** Regencies of a BPS province whose BPS codes are not known: an unknown code may be theirs. */
	function uncertain(digits: string): Reading[] {
		const province = bpsProvince.get(digits.slice(0, 2));
		return reference.regions
			.filter((r) => r.level === 'regency' && r.provinceCode === province && r.bpsCode === '')
			.map(({ code }) => ({ code, via: 'code_and_name' }));
	}

	function ofSystem(digits: string, system: CodeSystem): Reading[] {
		const short = digits.length === 4 && digits.endsWith('00') ? digits.slice(0, 2) : digits;
		if (system === 'bps') return bps.get(short) ?? (short.length === 4 ? uncertain(short) : []);
		const dotted = short.length === 4 ? `${short.slice(0, 2)}.${short.slice(2)}` : short;
		const reading = kemendagri.get(dotted);
		return reading ? [reading] : [];
	}

	function bySystem(digits: string, system: CodeSystem | undefined): CodeReadings {
		const systems: CodeSystem[] = system ? [system] : ['kemendagri', 'bps'];
		const readings = unique(systems.flatMap((each) => ofSystem(digits, each)));
		if (readings.length === 0) return { readings, rule: 'region_code_unknown' };
		return { readings, rule: readings.length > 1 ? 'region_code_system_ambiguous' : null };
	}

	return {
		readings(text, system) {
			// Spreadsheets add an apostrophe to keep a code as text, and `.0` to a whole number.
			const code = text
				.trim()
				.replace(/^'/, '')
				.replace(/^(\d{2}|\d{4})\.0$/, '$1');
			const parts = code.split(/[.\-/\s]+/).filter((part) => part !== '');
			const digits = parts.join('');
			if (!/^\d+$/.test(digits)) return { readings: [], rule: 'region_code_malformed' };
			const separated = parts.length === 2;
			if (separated && /^\d{2}$/.test(parts[0] ?? '') && /^\d{1,2}$/.test(parts[1] ?? '')) {
				const restored = digits.length === 3;
				const result = bySystem(restored ? `${digits}0` : digits, system ?? 'kemendagri');
				return restored ? { ...result, readings: result.readings.map(zeroRestored) } : result;
			}
			if (parts.length > 2 || digits.length > 4) {
				const parent = bySystem(digits.slice(0, 4), parts.length > 2 ? 'kemendagri' : system);
				return { readings: parent.readings, rule: 'region_code_below_regency' };
			}
			if (digits.length === 3) {
				// `321` may be 32.10 without its last zero or 32.01 without its middle one.
				const both = [`${digits}0`, `${digits.slice(0, 2)}0${digits.slice(2)}`];
				const readings = unique(both.flatMap((each) => bySystem(each, system).readings));
				return {
					readings: readings.map(({ code }) => ({ code, via: 'code_and_name' })),
					rule: readings.length === 0 ? 'region_code_unknown' : 'region_code_lost_zero_ambiguous'
				};
			}
			if (digits.length === 1) return { readings: [], rule: 'region_code_malformed' };
			return bySystem(digits, system);
		}
	};
}

function zeroRestored(reading: Reading): Reading {
	return reading.via === 'code' ? { ...reading, via: 'code_zero_restored' } : reading;
}

function unique(readings: readonly Reading[]): Reading[] {
	const byCode = new Map<RegionCode, Reading>();
	for (const reading of readings) if (!byCode.has(reading.code)) byCode.set(reading.code, reading);
	return [...byCode.values()];
}
