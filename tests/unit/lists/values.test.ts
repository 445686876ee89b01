import { describe, expect, it } from 'vitest';
import { digitsSql, excelSql } from '$lib/lists/sql/digits';
import {
	BAD_DECILE,
	amountSql,
	amountTextSql,
	decileSql,
	sexSql,
	yesSql
} from '$lib/lists/sql/values';
import { over } from './sql';

const amount = (texts: readonly string[]) => over(amountSql(amountTextSql('t')), texts);

describe('cells of lists', () => {
	it('deciles are 1 to 10, empty where not known, and nothing else', async () => {
		const bad = String(BAD_DECILE);
		const cases = {
			...{
				'1': '1',
				'10': '10',
				'3.0': '3',
				'3,0': '3',
				'desil 3': '3',
				'Desil 10': '10',
				'03': '3'
			},
			...{ ' 4 ': '4', '': '0', '-': '0', '0': bad, '11': bad, miskin: bad, '3.5': bad, '-1': bad }
		};
		expect(
			Object.fromEntries(zip(Object.keys(cases), await over(decileSql('t'), Object.keys(cases))))
		).toEqual(cases);
	});

	it('amounts have points or commas, in Indonesian and English', async () => {
		const cases = {
			...{ '1250000': '1250000', 'Rp 1.250.000,50': '1250001', 'Rp1.250.000': '1250000' },
			...{ '1,250,000.00': '1250000', '1250000.0': '1250000', '1250000,49': '1250000' },
			...{ '1.250': '1250', '0': '0', 'Rp. 500.000,-': '500000', 'IDR 2,000': '2000' },
			...{ '-5000': null, '(5000)': null, '1.25E+6': null, 'lima ribu': null, '12.50.000': null },
			...{ '9999999999999': null, '': null }
		};
		expect(Object.fromEntries(zip(Object.keys(cases), await amount(Object.keys(cases))))).toEqual(
			cases
		);
	});

	it('sexes and yes or no are said in both languages', async () => {
		const sexes = [
			'L',
			'P',
			'laki-laki',
			'Perempuan',
			'M',
			'F',
			'Wanita',
			'1',
			'2',
			'',
			'x',
			' l '
		];
		expect(await over(sexSql('t'), sexes)).toEqual([
			'1',
			'2',
			'1',
			'2',
			'1',
			'2',
			'2',
			'1',
			'2',
			null,
			null,
			'1'
		]);
		const yes = ['Ya', 'tidak', 'yes', 'No', '1', '0', 'ada', '', 'mungkin'];
		expect(await over(yesSql('t'), yes)).toEqual([
			'true',
			'false',
			'true',
			'false',
			'true',
			'false',
			'true',
			null,
			null
		]);
	});

	it('digits lose what stands between them and around them', async () => {
		const plain = ['3201011708859001'];
		const dressed = [
			'3201011708859001',
			"'3201011708859001",
			'3201 0117 0885 9001',
			'32.01.01.170885.9001',
			'320101-170885-9001',
			'="3201011708859001"',
			' 3201011708859001\t',
			'3201011708859001\u00a0'
		];
		expect(new Set(await over(digitsSql('t'), dressed))).toEqual(new Set(plain));
	});

	it('the marks of Excel are known with point and comma', async () => {
		const marks = [
			'3.20101E+15',
			'3,20101E+15',
			'3.2E+15',
			'3E+15',
			'3.20101170885e+15',
			"'3,2E+15"
		];
		expect(await over(excelSql('t'), [...marks, '3201011708859001', 'E15'])).toEqual([
			...marks.map(() => 'true'),
			'false',
			'false'
		]);
	});
});

function zip<A extends string, B>(keys: readonly A[], values: readonly B[]): [A, B | undefined][] {
	return keys.map((key, at) => [key, values[at]]);
}
