import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import type { Streams } from '../import/run';
import { parseSecretArguments } from './arguments';
import { describeSecretProblem } from './problem';
import { writeSecret } from './write';

/**
 * `npm run secret -- FILE`: a new secret for one population, and how to keep it.
 * The secret itself is never printed.
 * @returns the exit code: 1 where no secret was written
 */
export async function runSecret(argv: readonly string[], streams: Streams): Promise<0 | 1> {
	const args = parseSecretArguments(argv);
	if (!args.ok) {
		streams.err(`${args.message}\n`);
		return 1;
	}
	if (args.help) {
		streams.out(`${helpText(args.lang)}\n`);
		return 0;
	}
	const problem = await writeSecret(args.file);
	if (problem !== null) {
		streams.err(`${describeSecretProblem(problem, args.file, args.lang)}\n`);
		return 1;
	}
	const written = m.secret_written({ file: args.file }, { locale: args.lang });
	streams.out(`${[written, '', ...keeping(args.lang)].join('\n')}\n`);
	return 0;
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
