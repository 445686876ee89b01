import { parseArgs } from 'node:util';
import { buildExtract } from './published/build';
import { InputError } from './published/fault';

const USAGE = `npm run build:data -- [--published DIR] [--reference DIR] [--out DIR] [--force]`;

/** `npm run build:data`: the published extract from reference data and figures. Exit 1 on bad input. */
async function main(): Promise<number> {
	const { values } = parseArgs({
		options: {
			published: { type: 'string', default: 'data/published' },
			reference: { type: 'string', default: 'data/reference' },
			out: { type: 'string', default: 'static/extract/published' },
			force: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false }
		}
	});
	if (values.help) {
		console.log(USAGE);
		return 0;
	}
	try {
		const result = await buildExtract(values);
		if (result.kind === 'unchanged') {
			console.log(`${values.out}: inputs unchanged, nothing to build (--force builds anyway)`);
			return 0;
		}
		const { manifest, milliseconds } = result;
		const figures = manifest.tables.find(({ name }) => name === 'figure')?.rows ?? 0;
		const bytes = manifest.files[0]?.bytes ?? 0;
		console.log(
			`${values.out}: ${figures} figures, ${manifest.sources.length} sources, ` +
				`${bytes} bytes of database, ${Math.round(milliseconds)} ms`
		);
		return 0;
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		console.error(`${error.message}\n\n${error.faults.length} faults; nothing was written.`);
		return 1;
	}
}

process.exitCode = await main();
