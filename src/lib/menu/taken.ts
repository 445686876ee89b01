import type { ChartModel } from '$lib/chart/model';
import { deLocalizeHref } from '$lib/i18n/locale';
import { DATA_PARAMETER, writeVersions } from '$lib/state/data-version';
import type { Taken } from './about';
import type { UsedDataset } from './datasets';
import { embedName } from './embed-name';

/**
 * Where something is being looked at, and on which day. Where the address asks for what could not be
 * answered, the page says what is seen instead (`data-seen`).
 * @param anchor id of the element that the link leads to
 */
export function takenHere(anchor: string, datasets: readonly UsedDataset[]): Taken {
	const here = new URL(location.href);
	const seen = document.getElementById(anchor)?.closest<HTMLElement>('[data-seen]')?.dataset[
		'seen'
	];
	const search = withoutData(seen === undefined ? here.searchParams : new URLSearchParams(seen));
	const version = writeVersions(datasets);
	if (version !== '') search.set(DATA_PARAMETER, version);
	here.search = readable(search);
	here.hash = anchor;
	return { address: here.href, date: today(), datasets };
}

/** The name of a file of a chart, without its ending: `pantau-program-kmp-anggota`. */
export function fileName(model: ChartModel): string {
	return `pantau-${embedName(deLocalizeHref(location.pathname), model.id)}`;
}

/** What is filtered, without the version of the data that a link has brought. */
export function withoutData(search: URLSearchParams): URLSearchParams {
	return new URLSearchParams([...search].filter(([name]) => name !== DATA_PARAMETER));
}

function readable(search: URLSearchParams): string {
	return search.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** The reader's own day. */
function today(): string {
	const now = new Date();
	const two = (value: number) => String(value).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
