import { onMount } from 'svelte';
import { page } from '$app/state';
import type { ChartPoint } from '$lib/chart/model';
import type { AttachOptions } from '$lib/engine/engine';
import { loadOnce } from '$lib/engine/load-once';
import { getLocale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import { placeLevel } from '$lib/model';
import { Ahead } from '$lib/state/ahead.svelte';
import {
	type Dropped,
	coverageSearch,
	coverageViewOf,
	parseCoverageView
} from '$lib/state/coverage-address';
import { changedCoverageSearch, selectedCoverageSearch } from '$lib/state/coverage-carried';
import {
	COVERAGE_DRAWINGS,
	type CoverageView,
	DEFAULT_COVERAGE_VIEW,
	withGroup
} from '$lib/state/coverage-view';
import type { FilterChange } from '$lib/state/filtered.svelte';
import { GROUP_NAMES, readFilters } from '$lib/state/filters';
import { fitCoverage } from '$lib/state/fit-coverage';
import { LiveAnswer } from '$lib/state/live-answer.svelte';
import type { PageData } from './$types';
import type { CoverageAnswer } from './answer';
import { inPeriod } from './empty';
import { choicesOf, optionsFor, rateOptions } from './options';

const load = loadOnce(() => import('./browser'));

/**
 * What the page knows: the view that its address asks for, what of it is answered, and how a choice
 * changes it. Made while the page's component is being set up.
 */
export class Coverage {
	readonly live: LiveAnswer<CoverageView, CoverageAnswer>;
	readonly #data: () => PageData;
	readonly #ahead = new Ahead<CoverageView>();
	/** The prerendered page knows nothing of the address's search: it is read once the page is here. */
	#here = $state(false);
	/** The latest question's end, for the playback to wait for. */
	#drawn: Promise<void> = Promise.resolve();
	/** The period that the page has left by itself, and for which view. */
	#left = $state.raw<{ period: string; search: string } | null>(null);

	readonly drawings = $derived.by(() =>
		COVERAGE_DRAWINGS.filter(
			(drawing) => drawing !== 'areas' || this.#data().context.boundaries !== null
		)
	);
	readonly options = $derived.by(() => {
		const { context, options } = this.#data();
		const region = m.coverage_region_default();
		const rates = context.extract && rateOptions(options.poverty, context.extract, region);
		return { ...options, rates };
	});
	readonly #choices = $derived.by(() => choicesOf(this.options, this.drawings));
	readonly #asked = $derived.by((): { value: CoverageView; dropped: Dropped[] } =>
		this.#here
			? parseCoverageView(page.url.searchParams, this.#choices)
			: { value: DEFAULT_COVERAGE_VIEW, dropped: [] }
	);
	/** All that was chosen. */
	readonly view = $derived.by(() => this.#ahead.choice ?? this.#asked.value);
	/** What of it is answered. */
	readonly fit = $derived.by(() => fitCoverage(this.view));
	/** Places that other pages have selected, several at once. */
	readonly selected = $derived.by(() => {
		const places = this.#here ? readFilters(page.url.searchParams).value.places : [];
		return places.length > 1 ? places : [];
	});
	readonly offered = $derived.by(
		() => optionsFor(this.view.measure, this.options) ?? this.options.pkh
	);
	readonly kind = $derived.by((): 'month' | 'year' =>
		this.view.year === null && this.offered.months.length > 0 ? 'month' : 'year'
	);
	/** Years or months, whichever is shown, to step through. */
	readonly periods = $derived.by(() =>
		this.kind === 'month' ? this.offered.months : this.offered.years.map(String)
	);
	readonly period = $derived.by(() => {
		const { month, year } = this.view;
		return month ?? (year === null ? this.periods.at(-1) : String(year)) ?? this.live.answer.period;
	});
	/** The view on screen, as an address has it, where the address is that of one that failed. */
	readonly seen = $derived.by(() => {
		const { live } = this;
		if (!live.stale || live.busy) return undefined;
		return live.answers === null ? '' : coverageSearch(live.answers);
	});

	constructor(data: () => PageData) {
		this.#data = data;
		// The page's data does not change while it is open.
		const { answer, context, dataset } = data();
		this.live = new LiveAnswer(answer, async (wanted: CoverageView, options: AttachOptions) => {
			const { answerInBrowser } = await load();
			return answerInBrowser(wanted, context, getLocale(), dataset, options);
		});
		onMount(() => {
			this.#here = true;
			return () => this.live.stop();
		});
		/** The search of the view that is drawn, or being drawn. */
		let before = '';
		$effect(() => {
			if (!this.#here) return;
			// A group that does nothing here is no new question.
			const search = coverageSearch(this.fit.value);
			if (search !== before)
				this.#drawn =
					search === '' ? Promise.resolve(this.live.show(answer)) : this.live.ask(this.fit.value);
			before = search;
			void this.#drawn.then(() => delete document.documentElement.dataset['asked']);
		});
	}

	/** Parts of the address that could not be kept, as the reader wrote them. */
	get dropped(): readonly Dropped[] {
		return this.#asked.dropped;
	}

	/** The period that the page has left by itself, while the view for which it did is shown. */
	get left(): string | null {
		return this.#left?.search === coverageSearch(this.view) ? this.#left.period : null;
	}

	/** Address of another view, with what other pages have filtered kept in it. */
	hrefOf(next: CoverageView): string {
		return page.url.pathname + this.#searchOf(next);
	}

	#searchOf(next: CoverageView): string {
		const now = { search: page.url.searchParams, view: this.view };
		return changedCoverageSearch(next, now, this.#choices);
	}

	/** Another measure may have nothing in the period: then the nearest in which it has something is shown. */
	async changeFilter(next: CoverageView): Promise<void> {
		const { period } = this;
		const before = this.view.measure;
		await this.change(next);
		const instead = this.live.answer.empty?.instead;
		const { measure } = this.view;
		if (next.measure === before || measure !== next.measure || this.live.stale || !instead) return;
		const there = inPeriod(this.view, instead);
		this.#left = { period, search: coverageSearch(there) };
		await this.change(there, true);
	}

	/** @param passing takes the place of the address before it, so that "back" undoes both */
	async change(next: CoverageView, passing = false): Promise<void> {
		const search = this.#searchOf(next);
		const value = coverageViewOf(search, this.#choices);
		await this.#ahead.choose(value, search, () => this.#drawn, passing);
		await this.#drawn;
	}

	/** Takes away what a chip stands for. */
	changeFilters({ groups = {}, places }: FilterChange): void {
		if (places !== undefined) {
			const search = selectedCoverageSearch(page.url.searchParams, places);
			const value = coverageViewOf(search, this.#choices);
			return void this.#ahead.choose(value, search, () => this.#drawn);
		}
		const next = GROUP_NAMES.filter((group) => groups[group] !== undefined).reduce(
			(changed, group) => withGroup(changed, group, groups[group] ?? null),
			this.view
		);
		void this.change(next);
	}

	/** A district comes into focus; a province, where provinces are shown, is gone into. */
	choose({ figure: { region } }: ChartPoint): void {
		const here = this.#choices.measures[this.view.measure];
		if (placeLevel(region) === 'province' && here?.areas.has(region))
			return void this.change({ ...this.view, area: region });
		if (here?.regions.has(region)) void this.change({ ...this.view, region });
	}
}
