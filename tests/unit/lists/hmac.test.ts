import { createHash, createHmac, randomBytes } from 'node:crypto';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { hmacSql, padsOf } from '$lib/lists/sql/hmac';
import { blobLiteral } from '$lib/lists/sql/literal';

async function inSql(key: Uint8Array, data: Uint8Array): Promise<unknown> {
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	const { inner, outer } = padsOf(key);
	const sql = hmacSql(blobLiteral(data), blobLiteral(inner), blobLiteral(outer));
	const [row] = (await connection.runAndReadAll(`SELECT ${sql}`)).getRowsJS();
	connection.closeSync();
	instance.closeSync();
	return row?.[0];
}

const bytes = (value: number, length: number) => new Uint8Array(length).fill(value);
const text = (said: string) => new TextEncoder().encode(said);
const counting = Uint8Array.from({ length: 25 }, (_, at) => at + 1);
const long = Uint8Array.from(createHash('sha256').update(bytes(0xaa, 131)).digest());

/** RFC 4231; in cases 6 and 7 the key is longer than a block, and hashed first. Case 5 is truncated. */
const CASES: readonly (readonly [number, Uint8Array, Uint8Array, string])[] = [
	[
		1,
		bytes(0x0b, 20),
		text('Hi There'),
		'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'
	],
	[
		2,
		text('Jefe'),
		text('what do ya want for nothing?'),
		'5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
	],
	[
		3,
		bytes(0xaa, 20),
		bytes(0xdd, 50),
		'773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe'
	],
	[
		4,
		counting,
		bytes(0xcd, 50),
		'82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b'
	],
	[
		6,
		long,
		text('Test Using Larger Than Block-Size Key - Hash Key First'),
		'60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54'
	],
	[
		7,
		long,
		text(
			'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.'
		),
		'9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2'
	]
];

describe('HMAC-SHA-256 composed in SQL', () => {
	it.each(CASES)('gives what RFC 4231 says in case %i', async (_, key, data, expected) => {
		expect(await inSql(key, data)).toBe(expected);
	});

	it('gives the bytes of the crypto of Node for any key and text', async () => {
		for (const length of [1, 32, 64]) {
			const key = randomBytes(length);
			const data = randomBytes(16);
			expect(await inSql(key, data)).toBe(createHmac('sha256', key).update(data).digest('hex'));
		}
	});

	it('refuses a key that would have to be hashed first', () => {
		expect(() => padsOf(bytes(1, 65))).toThrow(RangeError);
	});
});
