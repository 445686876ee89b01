import type { ChartModel } from '$lib/chart/model';
import { EngineError } from '$lib/engine/errors';
import { httpFiles } from '$lib/engine/http';
import type { Locale } from '$lib/model';

/** A chart as a file beside its page: where a page is sent without it, only its menu asks for it. */
export type ChartFile = Readonly<Partial<Record<Locale, ChartModel>>>;

/**
 * The chart of a file in a language.
 * @throws EngineError `offline`, `missing_file`, `bad_file`
 */
export async function readChart(
	address: string,
	locale: Locale,
	files: Pick<ReturnType<typeof httpFiles>, 'text'> = httpFiles()
): Promise<ChartModel> {
	const text = await files.text(address);
	try {
		const chart = (JSON.parse(text) as ChartFile)[locale];
		if (chart) return chart;
	} catch (cause) {
		throw notAChart(address, cause);
	}
	throw notAChart(address);
}

function notAChart(file: string, cause?: unknown): EngineError {
	const detail = cause instanceof Error ? cause.message : 'no chart in this language';
	return new EngineError({ kind: 'bad_file', file, reason: 'format', detail }, { cause });
}
