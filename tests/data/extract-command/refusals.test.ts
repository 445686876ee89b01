import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoSecret } from '../../../data/publish/secret/demo';
import { LOCALES } from '../../../src/lib/model';
import { smallOffice, write, writeSecret } from './support/lists';
import { contents, ranHere, room } from './support/run';

const { at, leave } = room();
afterAll(leave);

let lists: string[];
let secret: string;
beforeAll(() => {
	const { beneficiaries, members } = smallOffice(at('lists'));
	lists = ['--beneficiaries', beneficiaries, '--members', members];
	secret = writeSecret(at('secret', 'key'));
});

/** Runs what must be refused, in both languages, and gives what each says. */
async function refused(...args: string[]): Promise<string[]> {
	const before = contents(at());
	const said: string[] = [];
	for (const lang of LOCALES) {
		const ended = await ranHere(...args, '--lang', lang);
		expect(ended).toMatchObject({ code: 1, out: '' });
		// One or two sentences, and no trace of the program.
		expect(ended.err).toMatch(/^\S.{20,}[.?}]\n$/);
		expect(ended.err).not.toMatch(/undefined|Error|node:|\bat .*\.ts/);
		said.push(ended.err);
	}
	expect(contents(at())).toEqual(before);
	expect(new Set(said).size).toBe(LOCALES.length);
	return said;
}

const usual = (out: string, key = secret) => ['--secret', key, '--id', 'kota', '--out', at(out)];

describe('a secret that protects nobody stops the run before a list is read', () => {
	it.each<[string, () => string, RegExp]>([
		['the demo’s, which anyone can make', () => hexSecret(demoSecret('1')), /secret -- FILE/],
		['that is missing', () => at('secret', 'none'), /no file/],
		['that is short', () => writeSecret(at('secret', 'short'), 'a1b2c3'), /too short/],
		['that repeats itself', () => writeSecret(at('secret', 'low'), 'ab'.repeat(32)), /guess/],
		['that counts', () => writeSecret(at('secret', 'counts'), counting()), /guess/],
		['that is a folder', () => at('secret'), /is a folder/]
	])('%s', async (_, file, words) => {
		const [, english] = await refused(...lists, ...usual('out', file()), '--until', '2025-02');
		expect(english).toMatch(words);
	});

	it.skipIf(process.platform === 'win32')('that others may read', async () => {
		const file = writeSecret(at('secret', 'open'));
		chmodSync(file, 0o644);
		const [, english] = await refused(...lists, ...usual('out', file));
		expect(english).toMatch(/chmod 600/);
	});

	function hexSecret(bytes: Uint8Array): string {
		return writeSecret(at('secret', 'demo'), Buffer.from(bytes).toString('hex'));
	}

	function counting(): string {
		return Buffer.from(Array.from({ length: 32 }, (_each, i) => i)).toString('hex');
	}
});

describe('a folder for the result that would do harm is refused', () => {
	it.each<[string, () => string[], RegExp]>([
		['the folder of the lists', () => usual('lists'), /penerima\.csv lies inside/],
		[
			'a folder above them',
			() => ['--secret', secret, '--id', 'kota', '--out', at()],
			/lies inside/
		],
		['the folder of the secret', () => usual('secret'), /key lies inside/],
		['a file', () => usual('lists/penerima.csv'), /is a file/],
		['one below a file', () => usual('lists/penerima.csv/out'), /cannot be written/]
	])('%s', async (_, args, words) => {
		const [, english] = await refused(...lists, ...args(), '--report', at('private'));
		expect(english).toMatch(words);
	});

	it('a folder of other things, also where they have a manifest of their own', async () => {
		write(at('site', 'manifest.json'), '{"name":"a web page","icons":[]}');
		write(at('site', 'index.html'), '<p>of the office</p>');
		write(at('mixed', 'manifest.json'), '{"contentHash":"x","files":[{"path":"core.duckdb"}]}');
		write(at('mixed', 'thesis.docx'), 'not in the manifest');
		for (const out of ['site', 'mixed']) {
			const [, english] = await refused(...lists, ...usual(out));
			expect(english).toMatch(/not a dataset/);
		}
	});

	it('private files inside it, and raw cells over anything', async () => {
		const [, report] = await refused(...lists, ...usual('out'), '--report', at('out', 'private'));
		expect(report).toMatch(/private report may not lie inside/);
		const [, inside] = await refused(...lists, ...usual('out'), '--raw', at('out', 'raw.duckdb'));
		expect(inside).toMatch(/raw counts may not lie inside/);
		const [, over] = await refused(...lists, ...usual('out'), '--raw', at('lists', 'anggota.csv'));
		expect(over).toMatch(/is not overwritten/);
	});
});

describe('a command line that cannot be followed', () => {
	it.each<[string, string[], RegExp]>([
		['an unknown option', ['--wat', '1'], /no option --wat/],
		['an option without its value', ['--codes'], /--codes needs something after it/],
		['a value where none belongs', ['--json=yes'], /--json stands alone/],
		['a word that belongs to nothing', ['--until', '2025-02', 'more.csv'], /more\.csv belong/],
		['an unknown system of codes', ['--codes', 'dukcapil'], /kemendagri or bps/],
		['a month that there is not', ['--until', '2025-13'], /month such as 2025-03/],
		['an unknown priority list', ['--priority', 'none', '--until', '2025-02'], /pke-2021-35/],
		[
			'a period the wrong way round',
			['--from', '2025-03', '--until', '2025-02'],
			/--from and --until/
		],
		['a name that is none', ['--id', 'Kota Kita'], /jember_2025/]
	])('%s', async (_, args, words) => {
		const said = [];
		for (const lang of LOCALES) {
			const ended = await ranHere(...lists, ...usual('out'), ...args, '--lang', lang);
			expect(ended).toMatchObject({ code: 1, out: '' });
			said.push(ended.err);
		}
		expect(said[0]).not.toBe(said[1]);
		expect(said[1]).toMatch(words);
		expect(readdirSync(at())).not.toContain('out');
	});

	it.each<[string, string, string, RegExp]>([
		[
			'--reporting',
			'a month',
			'region,list,through\n\n3201,members,2025-13\n',
			/row 3, column through/
		],
		[
			'--reporting',
			'a region',
			'region;list;through\n9999;members;2025-12\n',
			/row 2, column region/
		],
		['--reporting', 'a list', 'region,list,through\n32.01,anggota,2025-12\n', /row 2, column list/],
		['--reporting', 'no header', '\0\x01', /row 1, column region/],
		[
			'--stages',
			'a day',
			'region,stage,reached_on\n32.01,mapping,2025-02-30\n',
			/row 2, column reached_on/
		],
		['--perturbation', 'a gap', 'pcv,ckey,pvalue\n1,0,0\n', /not whole/]
	])('a damaged file of %s (%s) by its row and column', async (option, what, content, words) => {
		const file = write(at('tables', `${what}.csv`), content);
		const [, english] = await refused(...lists, ...usual('out'), option, file);
		expect(english).toMatch(words);
		mkdirSync(at('a folder'), { recursive: true });
		expect((await refused(...lists, ...usual('out'), option, at('a folder')))[1]).toMatch(
			/cannot be read/
		);
	});
});
