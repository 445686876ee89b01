import { describe, expect, it } from 'vitest';
import { csv, nik, reading, refusals, written } from '../../support/lists';

const HEADER = ['NIK', 'Program', 'Kode Kabupaten', 'Kabupaten'];
const REST = ['pkh', '32.01', 'Kabupaten Bogor'];

async function judged(numbers: readonly string[]) {
	const file = written('a.csv', csv([HEADER, ...numbers.map((number) => [number, ...REST])]));
	const read = await reading([['beneficiaries', file]]);
	const people = await read.rows('SELECT sex, birth FROM receipt ORDER BY birth, sex');
	const rules = (await refusals(read)).map((line) => line.split(' ').at(-1));
	read.close();
	return { people, rules };
}

const GOOD = nik();

describe('a NIK', () => {
	it('is refused by the first rule that it breaks', async () => {
		const cases: [string, string][] = [
			['nik_missing', ''],
			['nik_missing', ' - '],
			['nik_excel', '3.20101E+15'],
			['nik_excel', '"3,20101E+15"'],
			['nik_letters', GOOD.replace('3', 'E')],
			['nik_letters', 'belum ada'],
			['nik_length', GOOD.slice(1)],
			['nik_length', `${GOOD}1`],
			['nik_region', nik({ issuer: '9999' })],
			['nik_region', nik({ issuer: '3299' })],
			['nik_region', `0${GOOD.slice(1)}`],
			['nik_date', nik({ day: 32 })],
			['nik_date', nik({ day: 0 })],
			['nik_date', nik({ day: 32, woman: true })],
			['nik_date', nik({ month: 13 })],
			['nik_date', nik({ month: 0 })],
			['nik_date', nik({ day: 31, month: 4 })],
			['nik_date', nik({ day: 29, month: 2, year: 85 })],
			['nik_date', nik({ day: 30, month: 2, year: 84 })],
			['nik_serial', `${GOOD.slice(0, 12)}0000`]
		];
		const { rules } = await judged([GOOD, ...cases.map(([, number]) => number)]);
		expect(rules).toEqual(cases.map(([rule]) => rule));
	});

	it('is taken in any dress, and with a former code of its regency', async () => {
		const former = nik({ issuer: '9101' });
		const spaced = nik({ serial: 2 }).replace(/(.{4})/g, '$1 ');
		const quoted = `'${nik({ serial: 3 })}`;
		const { people, rules } = await judged([
			former,
			spaced,
			quoted,
			nik({ day: 29, month: 2, year: 84 })
		]);
		expect(rules).toEqual([]);
		expect(people).toHaveLength(4);
	});

	it('tells sex and month of birth; a year up to the last of the lists is of this century', async () => {
		const { people } = await judged([
			nik({ year: 85, month: 8 }),
			nik({ year: 85, month: 8, woman: true }),
			nik({ year: 25, month: 1 }),
			nik({ year: 26, month: 1 }),
			nik({ year: 0, day: 29, month: 2 })
		]);
		expect(people).toEqual([
			{ sex: 1, birth: 1926 * 12 },
			{ sex: 1, birth: 1985 * 12 + 7 },
			{ sex: 2, birth: 1985 * 12 + 7 },
			{ sex: 1, birth: 2000 * 12 + 1 },
			{ sex: 1, birth: 2025 * 12 }
		]);
	});

	it('that ends in 0 is damaged where most of the list do, and good where few do', async () => {
		const zeroes = Array.from({ length: 5 }, (_, at) => nik({ serial: at * 10 }));
		const others = Array.from({ length: 6 }, (_, at) => nik({ serial: at * 10 + 1 }));
		expect((await judged([...zeroes, ...others])).rules).toEqual([]);
		expect((await judged([...zeroes, ...others.slice(0, 4)])).rules).toEqual(
			zeroes.map(() => 'nik_excel')
		);
		expect((await judged(zeroes.slice(0, 3))).rules).toEqual([]);
	});
});
