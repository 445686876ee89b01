import { gunzipSync } from 'fflate';
import { type Compressors, snappyUncompress } from 'hyparquet';
import { refuse } from '../fault';

/** Ways in which the pages of a Parquet file are packed, and that are unpacked here. */
type Packing = Exclude<keyof Compressors, 'UNCOMPRESSED' | 'LZO'>;
type Unpack = (packed: Uint8Array, length: number) => Uint8Array;

const PLAIN: Partial<Record<Packing, Unpack>> = {
	SNAPPY(packed, length) {
		const page = new Uint8Array(length);
		snappyUncompress(packed, page);
		return page;
	},
	GZIP: (packed, length) => gunzipSync(packed, { out: new Uint8Array(length) })
};

/** Those whose program is only loaded where a file needs it. */
const LOADED: ReadonlySet<string> = new Set<Packing>(['ZSTD', 'BROTLI', 'LZ4', 'LZ4_RAW']);

async function loaded(): Promise<Partial<Record<Packing, Unpack>>> {
	const program = await import('hyparquet-compressors').catch((cause: unknown) =>
		refuse('offline', '', '', cause)
	);
	return {
		ZSTD: (packed, length) => program.decompressZstd(packed, new Uint8Array(length)),
		BROTLI: program.decompressBrotli,
		LZ4: program.decompressLz4,
		LZ4_RAW: program.decompressLz4Raw
	};
}

/**
 * What unpacks the pages of a file. What each page says it unpacks to is counted before it is
 * unpacked: a page can say another size than the file's foot.
 * @param packings as the file names them
 * @param most bytes to which all pages together may unpack
 * @throws FileFaultError for a packing that is not known
 */
export async function unpackers(packings: ReadonlySet<string>, most: number): Promise<Compressors> {
	const needsMore = [...packings].some((name) => LOADED.has(name));
	const known: Partial<Record<string, Unpack>> = {
		...PLAIN,
		...(needsMore ? await loaded() : {})
	};
	let unpacked = 0;
	const counted = (unpack: Unpack): Unpack => {
		return (packed, length) => {
			unpacked += length;
			if (unpacked > most) refuse('unpacks_too_large', unpacked, most);
			return unpack(packed, length);
		};
	};
	const wanted = [...packings].filter((name) => name !== 'UNCOMPRESSED');
	return Object.fromEntries(
		wanted.map((name) => [name, counted(known[name] ?? refuse('parquet_packing', name))])
	);
}
