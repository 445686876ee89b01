import { describe, expect, it } from 'vitest';
import { dateInvalidSql, dateSql, monthNumberSql } from '$lib/lists/sql/dates';
import { over } from './sql';

const first = (texts: readonly string[]) => over(dateSql('t', 2025, 'first'), texts);

async function each(cases: Readonly<Record<string, string | null>>) {
	expect(await first(Object.keys(cases))).toEqual(Object.values(cases));
}

describe('dates of lists', () => {
	it('are read as offices write them', () =>
		each({
			'2025-03-31': '2025-03-31',
			'2025-03-31 00:00:00': '2025-03-31',
			'2025-03-31T07:30:00.000Z': '2025-03-31',
			'31/12/2025': '2025-12-31',
			'31-12-2025': '2025-12-31',
			'31.12.2025': '2025-12-31',
			'1/2/2025': '2025-02-01',
			'31/12/2025 08:15': '2025-12-31',
			'20250331': '2025-03-31',
			' 2025-03-31 ': '2025-03-31'
		}));

	it('are read with names of months in both languages', () =>
		each({
			'31 Desember 2025': '2025-12-31',
			'17 Agustus 1985': '1985-08-17',
			'1 Mei 2025': '2025-05-01',
			'2 Oktober 2025': '2025-10-02',
			'31-Des-25': '2025-12-31',
			'5 Nop 2024': '2024-11-05',
			'3 March 2025': '2025-03-03',
			'3 Aug 2025': '2025-08-03',
			'1 Februari 2025': '2025-02-01',
			'12 Juni 2025': '2025-06-12',
			'12 Juli 2025': '2025-07-12'
		}));

	it('are read from the day numbers of Excel', () =>
		each({ '45747': '2025-03-31', '45747.5': '2025-03-31', '31276': '1985-08-17' }));

	it('may be months alone, and stand for their first or last day', async () => {
		const months = [
			'2025-02',
			'2025/2',
			'02/2025',
			'202502',
			'Februari 2025',
			'Feb-25',
			'February 2025'
		];
		expect(await first(months)).toEqual(months.map(() => '2025-02-01'));
		const last = await over(dateSql('t', 2025, 'last'), months);
		expect(last).toEqual(months.map(() => '2025-02-28'));
	});

	it('of two digits of year belong to this century up to the last year of the lists', () =>
		each({ '31/12/25': '2025-12-31', '31/12/26': '1926-12-31', '31/12/00': '2000-12-31' }));

	it('that are none are invalid, and nothing is not a date', async () => {
		const invalid = [
			'0000-00-00',
			'2025-02-30',
			'31/02/2025',
			'29/02/2025',
			'12/31/2025',
			'2025-13',
			'2025',
			'0001-01-01',
			'kemarin',
			'0',
			'3 Maretta 2025'
		];
		const texts = [...invalid, '', ' ', '-', 'NULL', '29/02/2024'];
		const test = dateInvalidSql('d', 't');
		const answers = await over(
			`(SELECT ${test} FROM (SELECT ${dateSql('t', 2025, 'first')} AS d))`,
			texts
		);
		expect(answers.slice(0, invalid.length)).toEqual(invalid.map(() => 'true'));
		expect(answers.slice(invalid.length)).toEqual(['false', 'false', 'false', 'false', 'false']);
	});

	it('have a month number of twelve a year', async () => {
		expect(await over(monthNumberSql('t::DATE'), ['2025-03-31', '2025-12-01'])).toEqual([
			String(2025 * 12 + 2),
			String(2025 * 12 + 11)
		]);
	});
});
