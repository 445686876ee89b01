import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import { ArgumentError } from '../command/options';
import type { Streams } from '../command/streams';
import { parseSecretArguments } from './arguments';
import { describeSecretProblem } from './problem';
import { writeSecret } from './write';

/**
 * `npm run secret -- FILE`: a new secret for one population, and how to keep it.
 * The secret itself is never printed.
 * @returns the exit code: 1 where no secret was written
 */
export async function runSecret(argv: readonly string[], streams: Streams): Promise<0 | 1> {
	try {
		const args = parseSecretArguments(argv);
		streams.out(`${args.help ? helpText(args.lang) : await made(args.file, args.lang)}\n`);
		return 0;
	} catch (error) {
		if (!(error instanceof ArgumentError)) throw error;
		streams.err(`${error.message}\n`);
		return 1;
	}
}

async function made(file: string, locale: Locale): Promise<string> {
	const problem = await writeSecret(file);
	if (problem !== null) throw new ArgumentError(describeSecretProblem(problem, file, locale));
	return [m.secret_written({ file }, { locale }), '', ...keeping(locale)].join('\n');
}

function keeping(locale: Locale): string[] {
	const words = [m.secret_keep_copy, m.secret_keep_same, m.secret_keep_lost, m.secret_keep_leaked];
	return words.map((word) => `- ${word({}, { locale })}`);
}

function helpText(locale: Locale): string {
	return [
		m.secret_help_use({}, { locale }),
		'',
		m.secret_help_what({}, { locale }),
		'',
		...keeping(locale)
	].join('\n');
}
