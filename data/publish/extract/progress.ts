import { formatNumber } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import { STAGES, type JobProgress, type StageName } from './job';

/** About how much of the whole time each stage takes, from runs on lists of many sizes. */
const WEIGHTS: Readonly<Record<StageName, number>> = {
	read: 0.4,
	link: 0.05,
	count: 0.3,
	audit: 0.15,
	write: 0.1
};

/** Milliseconds between two lines where the output is no terminal. */
const EVERY = 5000;
const REDRAW = 200;

/** What is done in a stage, for a person. */
export function stageName(stage: StageName, locale: Locale): string {
	const at = { locale };
	switch (stage) {
		case 'read':
			return m.extract_stage_read({}, at);
		case 'link':
			return m.extract_stage_link({}, at);
		case 'count':
			return m.extract_stage_count({}, at);
		case 'audit':
			return m.extract_stage_audit({}, at);
		case 'write':
			return m.extract_stage_write({}, at);
	}
}

function timeText(seconds: number, locale: Locale): string {
	// In steps of five: a guess to the second would only look exact.
	const rounded = Math.max(5, Math.ceil(seconds / 5) * 5);
	if (rounded < 90) return m.extract_time_seconds({ count: String(rounded) }, { locale });
	return m.extract_time_minutes({ count: String(Math.round(rounded / 60)) }, { locale });
}

/** How much of the whole work is done, 0 to 1. */
function shareOf({ stage, share }: JobProgress): number {
	const before = STAGES.slice(0, STAGES.indexOf(stage));
	const done = before.reduce((sum, name) => sum + WEIGHTS[name], 0);
	return done + WEIGHTS[stage] * Math.min(Math.max(share, 0), 1);
}

/**
 * Tells how far the work is: what is being done, how many rows were read, how much is left.
 * One line that is drawn anew on a terminal; elsewhere a line every few seconds.
 */
export function progressTo(
	write: (text: string) => void,
	{ locale, terminal }: { locale: Locale; terminal: boolean }
): { tell: (progress: JobProgress) => void; end: () => void } {
	const began = performance.now();
	let told = -Infinity;
	let stage: StageName | null = null;
	let rows = 0;
	function tell(progress: JobProgress): void {
		const now = performance.now();
		rows = progress.rows ?? rows;
		if (progress.stage === stage && now - told < (terminal ? REDRAW : EVERY)) return;
		stage = progress.stage;
		told = now;
		const share = shareOf(progress);
		const elapsed = (now - began) / 1000;
		const guess = share > 0.05 && elapsed > 3 ? (elapsed * (1 - share)) / share : 0;
		const parts = [
			stageName(progress.stage, locale),
			`${formatNumber(Math.round(share * 100), locale)}%`,
			rows > 0 ? m.extract_rows({ count: formatNumber(rows, locale) }, { locale }) : '',
			guess > 1 ? m.extract_time_left({ time: timeText(guess, locale) }, { locale }) : ''
		];
		const line = parts.filter((part) => part !== '').join(' · ');
		write(terminal ? `\r\u001b[K${line}` : `${line}\n`);
	}
	return { tell, end: () => write(terminal ? '\r\u001b[K' : '') };
}
