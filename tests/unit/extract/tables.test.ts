import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ExtractFailure, type ExtractProblem } from '../../../data/publish/extract/problem';
import { readPerturbation, readReporting, readStages } from '../../../data/publish/extract/table';
import { monthText, parseMonth } from '../../../src/lib/model';

const folder = mkdtempSync(path.join(tmpdir(), 'extract-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function table(...lines: string[]): string {
	const file = path.join(folder, 'table.csv');
	writeFileSync(file, lines.join('\r\n'));
	return file;
}

function problemOf(work: () => unknown): ExtractProblem | null {
	try {
		work();
		return null;
	} catch (error) {
		if (error instanceof ExtractFailure) return error.problem;
		throw error;
	}
}

describe('a month', () => {
	it('is the same after it was written and read, and stands in the order of time', () => {
		const month = fc.integer({ min: 1000 * 12, max: 9999 * 12 + 11 });
		fc.assert(
			fc.property(month, month, (one, other) => {
				expect(parseMonth(monthText(one))).toBe(one);
				expect(monthText(one) < monthText(other)).toBe(one < other);
			})
		);
		expect(parseMonth('2025-03')).toBe(2025 * 12 + 2);
		expect(monthText(2025 * 12 + 11)).toBe('2025-12');
	});

	it('is nothing else', () => {
		const shape = /^\d{4}-(0[1-9]|1[0-2])$/;
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(parseMonth(text) === null).toBe(!shape.test(text));
			})
		);
		for (const text of [
			'2025-13',
			'2025-00',
			'2025-3',
			'25-03',
			'2025/03',
			'2025-03-01',
			' 2025-03'
		])
			expect(parseMonth(text), text).toBeNull();
	});
});

describe('the table of who reported', () => {
	it('is read with its columns in any order, codes with or without a dot, and commas or semicolons', () => {
		const file = table(
			'\ufeffThrough;Note;LIST;region',
			'2025-03;x;Members;3201',
			';;activities;32.04'
		);
		expect(readReporting(file, new Set(['32.01', '32.04']))).toEqual([
			{ region: '32.01', list: 'members', through: 2025 * 12 + 2 },
			{ region: '32.04', list: 'activities', through: null }
		]);
	});

	it.each<[string, string[], Partial<Extract<ExtractProblem, { kind: 'table_row' }>>]>([
		['a month', ['region,list,through', '32.01,members,2025-3'], { row: 2, column: 'through' }],
		['a list', ['region,list,through', '', '', '32.01,anggota,'], { row: 4, column: 'list' }],
		['a regency', ['region,list,through', '99.99,members,'], { row: 2, column: 'region' }],
		['a province', ['region,list,through', '32,members,'], { row: 2, column: 'region' }],
		['a column', ['region,list', '32.01,members'], { row: 1, column: 'through' }],
		['everything', [''], { row: 1, column: 'region' }]
	])('tells where %s is wrong', (_, lines, where) => {
		const read = () => readReporting(table(...lines), new Set(['32.01']));
		expect(problemOf(read)).toMatchObject({ kind: 'table_row', ...where });
	});
});

describe('the table of stages', () => {
	it('leaves out what a district has not reached yet', () => {
		const file = table('region,stage,reached_on', '32.01,mapping,2024-02-29', '32.04,mapping,');
		expect(readStages(file)).toEqual([
			{ region: '32.01', stage: 'mapping', reachedOn: '2024-02-29' }
		]);
	});

	it.each(['2025-02-29', '2025-13-01', '31/12/2025', '2025-1-1', 'kemarin'])(
		'does not take %s for a day',
		(day) => {
			const read = () => readStages(table('region,stage,reached_on', '', `32.01,mapping,${day}`));
			expect(problemOf(read)).toMatchObject({ kind: 'table_row', row: 3, column: 'reached_on' });
		}
	);
});

describe('a perturbation table', () => {
	it('tells the row of the file, blank ones counted', () => {
		const file = table('pcv,ckey,pvalue', '', '1,0,0', '', '1,0,x');
		expect(problemOf(() => readPerturbation(file))).toEqual({
			kind: 'perturbation',
			file,
			fault: { fault: 'number', row: 5 }
		});
	});

	it('that is not there is told by its name', () => {
		const file = path.join(folder, 'none.csv');
		expect(problemOf(() => readPerturbation(file))).toEqual({ kind: 'file_unreadable', file });
	});
});
