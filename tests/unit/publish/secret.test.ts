import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoSecret, isDemoSecret } from '../../../data/publish/secret/demo';
import { deriveKeys, hkdfSha256 } from '../../../data/publish/secret/keys';
import { readSecret } from '../../../data/publish/secret/read';
import { runSecret } from '../../../data/publish/secret/run';
import { weaknessOf } from '../../../data/publish/secret/strength';

const onPosix = process.platform !== 'win32';
let folder: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'secret-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function at(...names: string[]): string {
	return path.join(folder, ...names);
}

async function run(...args: string[]) {
	let out = '';
	let err = '';
	const code = await runSecret(args, {
		out: (text) => (out += text),
		err: (text) => (err += text)
	});
	return { code, out, err };
}

/** What `readSecret` says of a file with this content and mode. */
async function problemOf(content: string, mode = 0o600): Promise<unknown> {
	const file = at('given');
	writeFileSync(file, content);
	chmodSync(file, mode);
	const read = await readSecret(file);
	return read.ok ? null : read.problem;
}

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const hex = (found: Uint8Array) => Buffer.from(found).toString('hex');

describe('npm run secret', () => {
	it('writes 32 bytes that can be read back and are never printed', async () => {
		const { code, out, err } = await run(at('rahasia'), '--lang', 'en');
		const text = readFileSync(at('rahasia'), 'utf8');
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(text).toMatch(/^[0-9a-f]{64}\n$/);
		expect(out).not.toContain(text.slice(0, 8));
		expect(await readSecret(at('rahasia'))).toEqual({ ok: true, secret: bytes(text.trim()) });
	});

	it.runIf(onPosix)('gives the file to its owner alone, whatever the mask', async () => {
		const before = process.umask(0);
		try {
			await run(at('rahasia'));
		} finally {
			process.umask(before);
		}
		expect(statSync(at('rahasia')).mode & 0o777).toBe(0o600);
	});

	it('never makes the same secret twice', async () => {
		await run(at('one'));
		await run(at('two'));
		expect(readFileSync(at('one'), 'utf8')).not.toBe(readFileSync(at('two'), 'utf8'));
	});

	it('leaves a file that exists as it was', async () => {
		await run(at('rahasia'));
		const before = readFileSync(at('rahasia'), 'utf8');
		const { code, err } = await run(at('rahasia'));
		expect(code).toBe(1);
		expect(err).toContain('sudah ada');
		expect(readFileSync(at('rahasia'), 'utf8')).toBe(before);
	});

	it('does not write through a link that leads nowhere', async () => {
		symlinkSync(at('elsewhere'), at('link'));
		expect((await run(at('link'))).code).toBe(1);
	});

	it('refuses this repository, also by a link, by .. and in a folder to come', async () => {
		symlinkSync(process.cwd(), at('link'));
		const around = path.join(process.cwd(), 'src', '..', 'rahasia');
		const outAndBack = path.join(folder, '..', path.relative(tmpdir(), process.cwd()), 'rahasia');
		const places = ['rahasia', around, outAndBack, at('link', 'rahasia'), at('link', 'new', 'one')];
		for (const place of places)
			expect((await run(place, '--lang', 'en')).err).toContain('inside a repository');
	});

	it('refuses any other folder that Git keeps', async () => {
		mkdirSync(at('office', '.git'), { recursive: true });
		mkdirSync(at('office', 'lists'));
		expect((await run(at('office', 'lists', 'rahasia'))).err).toContain('repositori');
	});

	it.each(['static', 'build', 'Public', 'www'])('refuses %s, which is handed out', async (name) => {
		mkdirSync(at(name, 'deep'), { recursive: true });
		const { code, err } = await run(at(name, 'deep', 'rahasia'), '--lang', 'en');
		expect(code).toBe(1);
		expect(err).toContain('open to the public');
	});

	it('says what is wrong in the language asked for', async () => {
		expect((await run()).err).toContain('Sebutkan satu berkas');
		expect((await run(at('a'), at('b'), '--lang=en')).err).toContain('Name one file');
		expect((await run(at('a'), '--langg', 'en')).err).toContain('Tidak ada pilihan --langg');
		expect((await run(at('a'), '--lang', 'xx')).err).toContain('"xx"');
		expect((await run(at('none', 'a'), '--lang', 'en')).err).toContain('no folder');
	});

	it('explains how to keep it, and what losing and leaking mean', async () => {
		const { code, out } = await run('--help', '--lang', 'en');
		expect(code).toBe(0);
		for (const word of ['safe', 'lost', 'leaks']) expect(out).toContain(word);
	});
});

describe('a secret that is read', () => {
	const GOOD = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

	it('is refused where there is none, or a folder', async () => {
		expect(await readSecret(at('none'))).toEqual({ ok: false, problem: { kind: 'missing' } });
		expect(await readSecret(folder)).toEqual({ ok: false, problem: { kind: 'folder' } });
	});

	it.runIf(onPosix).each([0o640, 0o604, 0o660])('is refused with mode %o', async (mode) => {
		expect(await problemOf(GOOD, mode)).toEqual({ kind: 'open_to_others' });
	});

	it.each([
		['', 'short'],
		[GOOD.slice(2), 'short'],
		[GOOD + '00', 'malformed'],
		[GOOD.replace('9', 'x'), 'malformed'],
		['kata sandi kantor yang cukup panjang untuk enam puluh empat huruf', 'malformed']
	])('"%s" is refused as %s', async (content, kind) => {
		expect(await problemOf(content)).toEqual({ kind });
	});

	it.each([
		['0'.repeat(64), 'repeats'],
		[GOOD.slice(0, 32).repeat(2), 'repeats'],
		['0123456789abcdef'.repeat(4), 'repeats'],
		[hex(Uint8Array.from({ length: 32 }, (_, index) => index)), 'counts'],
		[hex(Uint8Array.from({ length: 32 }, (_, index) => 250 - index * 3)), 'counts'],
		[hex(bytes(GOOD).map((byte) => byte % 8)), 'few_values'],
		[hex(new TextEncoder().encode('Dinas Sosial Kabupaten Jepara 26')), 'text'],
		['3141592653589793238462643383279502884197169399375105820974944592', 'decimal']
	])('%s is easy to guess: %s', async (content, weakness) => {
		expect(await problemOf(content)).toEqual({ kind: 'guessable', weakness });
	});

	it('drawn at random is never called easy to guess', () => {
		const drawn = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((seed) => {
			// Generators prefer small and repeated values; a digest of them is as good as random.
			return hkdfSha256(seed, new Uint8Array(), new Uint8Array(), 32);
		});
		fc.assert(
			fc.property(drawn, (secret) => weaknessOf(secret) === null),
			{ numRuns: 2000 }
		);
	});

	it('inside the repository is refused', async () => {
		const read = await readSecret('package.json');
		expect(read).toEqual({ ok: false, problem: { kind: 'inside_repository' } });
	});
});

describe('the keys of a secret', () => {
	it.each([
		{
			case: 'A.1',
			input: '0b'.repeat(22),
			salt: '000102030405060708090a0b0c',
			info: 'f0f1f2f3f4f5f6f7f8f9',
			length: 42,
			output: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865'
		},
		{
			case: 'A.3',
			input: '0b'.repeat(22),
			salt: '',
			info: '',
			length: 42,
			output: '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8'
		}
	])('come from HKDF as RFC 5869 has it, case $case', ({ input, salt, info, length, output }) => {
		expect(hex(hkdfSha256(bytes(input), bytes(salt), bytes(info), length))).toBe(output);
	});

	it('are two of 32 bytes, the same each time, and unrelated to another secret', () => {
		const one = deriveKeys(demoSecret('one'));
		const found = [one.id, one.record, ...Object.values(deriveKeys(demoSecret('two')))].map(hex);
		expect(new Set(found).size).toBe(4);
		expect(found.every((key) => key.length === 64)).toBe(true);
		expect(deriveKeys(demoSecret('one'))).toEqual(one);
	});

	it('are not made of a secret of another length', () => {
		expect(() => deriveKeys(new Uint8Array(16))).toThrow(RangeError);
	});
});

describe('the secret of a demo', () => {
	it('is known as one, whatever its seed, and a random one is not', async () => {
		fc.assert(fc.property(fc.string(), (seed) => isDemoSecret(demoSecret(seed))));
		await run(at('rahasia'));
		const read = await readSecret(at('rahasia'));
		expect(read.ok && isDemoSecret(read.secret)).toBe(false);
		expect(read.ok).toBe(true);
	});

	it('differs from seed to seed', () => {
		expect(hex(demoSecret('1'))).not.toBe(hex(demoSecret('2')));
		expect(hex(demoSecret('1'))).toBe(hex(demoSecret('1')));
	});
});
