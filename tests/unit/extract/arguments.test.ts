import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArgumentError } from '../../../data/publish/command/options';
import { parseArguments } from '../../../data/publish/extract/arguments';
import { helpText } from '../../../data/publish/extract/help';
import { LISTS, LOCALES } from '../../../src/lib/model';

const NEEDED = ['--secret', 'key', '--id', 'kota', '--out', 'out'];

/** What was asked, of a command line that asks for an extract. */
function asked(...args: string[]) {
	const read = parseArguments([...args, ...NEEDED]);
	if (read.help) throw new Error('help was asked for');
	return read;
}

/** Names that a shell could expand to. */
const name = fc.stringMatching(/^[a-z0-9_. ]{1,12}\.(csv|xlsx|parquet)$/);
const groups = fc.array(
	fc.record({
		list: fc.constantFrom(...LISTS),
		files: fc.array(name, { minLength: 1, maxLength: 4 }),
		joined: fc.boolean()
	}),
	{ minLength: 1, maxLength: 4 }
);

describe('the files of a list', () => {
	it('may be many after one option, or one after each, with a sign of equality or without', () => {
		fc.assert(
			fc.property(groups, (all) => {
				const args = all.flatMap(({ list, files: [first = '', ...more], joined }) =>
					joined ? [`--${list}=${first}`, ...more] : [`--${list}`, first, ...more]
				);
				const wanted = LISTS.flatMap((list) =>
					all
						.filter((one) => one.list === list)
						.flatMap(({ files }) => files.map((file) => ({ list, file })))
				);
				expect(asked(...args).files).toEqual(wanted);
			})
		);
	});

	it('end where another option begins', () => {
		const { files, codes } = asked('--members', 'a.csv', 'b.csv', '--codes', 'bps');
		expect(files.map(({ file }) => file)).toEqual(['a.csv', 'b.csv']);
		expect(codes).toBe('bps');
		expect(() => asked('--codes', 'bps', 'a.csv', '--members', 'b.csv')).toThrow(ArgumentError);
	});
});

describe('what is needed and what is usual', () => {
	it('is a list, a secret, a name and a folder', () => {
		for (const left of ['--secret', '--id', '--out']) {
			const at = NEEDED.indexOf(left);
			const args = ['--members', 'a.csv', ...NEEDED.slice(0, at), ...NEEDED.slice(at + 2)];
			expect(() => parseArguments(args)).toThrow(left);
		}
		expect(() => parseArguments(NEEDED)).toThrow('--beneficiaries');
	});

	it('is Indonesian, a sample of blocks, an open licence, and no period', () => {
		expect(asked('--members', 'a.csv')).toMatchObject({
			...{ lang: 'id', everyBlock: false, json: false, licence: 'CC-BY-4.0', priority: [] },
			...{ from: undefined, until: undefined, raw: undefined }
		});
		expect(asked('--members', 'a.csv', '--until', '2025-03').until).toBe(2025 * 12 + 2);
	});

	it('a name is one that a database takes and does not hold already', () => {
		for (const id of ['Kota', '1kota', 'kota-bogor', 'main', 'published', 'a'.repeat(33), '']) {
			const args = ['--members', 'a.csv', '--secret', 'key', '--out', 'out', `--id=${id}`];
			expect(() => parseArguments(args), id).toThrow(ArgumentError);
		}
	});

	it('what is wrong is told in the language that was asked for, wherever it was asked', () => {
		const [indonesian, english] = LOCALES.map((lang) => {
			try {
				return String(parseArguments(['--wat', '--lang', lang]));
			} catch (error) {
				return String(error);
			}
		});
		expect(indonesian).toContain('Tidak ada pilihan --wat');
		expect(english).toContain('There is no option --wat');
	});
});

describe('the help', () => {
	it.each(LOCALES)('in %s names every option, and comes however wrong the rest is', (lang) => {
		expect(parseArguments(['--help', '--lang', lang])).toEqual({ help: true, lang });
		const text = helpText(lang);
		const all =
			'beneficiaries members activities secret id out codes map priority reporting stages';
		const more = 'perturbation from until report raw publisher licence lang every-block json';
		for (const option of `${all} ${more}`.split(' ')) expect(text).toContain(`--${option}`);
		expect(text.includes('BERKAS')).toBe(lang === 'id');
	});
});
