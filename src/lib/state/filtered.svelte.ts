import { onMount } from 'svelte';
import { page } from '$app/state';
import type { AttachOptions } from '$lib/engine/engine';
import { Ahead } from './ahead.svelte';
import {
	type Dropped,
	type Filters,
	NO_FILTERS,
	filterSearch,
	readFilters,
	withFilters
} from './filters';
import { type FilterOffers, type IdleFilter, fitFilters } from './fit-filters';
import { LiveAnswer } from './live-answer.svelte';

/** What is changed of the filters; groups are changed one by one, null takes one away. */
export type FilterChange = Partial<Omit<Filters, 'groups'>> & {
	groups?: Partial<Record<keyof Filters['groups'], string | null>>;
};

/**
 * A page's answer to the filters that stand in its address. What came with the page answers none; every
 * other is asked for when the address says so. Made while a component is being set up.
 */
export class FilteredAnswer<Answer> {
	readonly live: LiveAnswer<Filters, Answer>;
	readonly #offers: () => FilterOffers;
	readonly #ahead = new Ahead<Filters>();
	/** The latest question's end. */
	#answered: Promise<void> = Promise.resolve();
	/** The prerendered page knows nothing of the address's search. */
	#here = $state(false);
	readonly #read = $derived.by((): { value: Filters; dropped: Dropped[] } =>
		this.#here ? readFilters(page.url.searchParams) : { value: NO_FILTERS, dropped: [] }
	);
	readonly #chosen = $derived.by(() => this.#ahead.choice ?? this.#read.value);
	readonly #fit = $derived.by(() => fitFilters(this.#chosen, this.#offers()));

	/**
	 * @param first the answer to no filter at all, which came with the page
	 * @param work answers filters that fit the page
	 */
	constructor(
		first: Answer,
		offers: () => FilterOffers,
		work: (filters: Filters, options: AttachOptions) => Promise<Answer>
	) {
		this.#offers = offers;
		this.live = new LiveAnswer(first, work);
		onMount(() => {
			this.#here = true;
			return () => this.live.stop();
		});
		let before = '';
		$effect(() => {
			if (!this.#here) return;
			const wanted = this.#fit.value;
			// A filter that does nothing here is no new question.
			const asked = filterSearch(wanted);
			if (asked === before) return void delete document.documentElement.dataset['asked'];
			before = asked;
			this.#answered =
				asked === '' ? Promise.resolve(this.live.show(first)) : this.live.ask(wanted);
			void this.#answered.then(() => delete document.documentElement.dataset['asked']);
		});
	}

	get answer(): Answer {
		return this.live.answer;
	}

	/**
	 * What is filtered in the view on screen, as an address has it, where the address is another's: that
	 * of a question which could not be answered.
	 */
	get seen(): string | undefined {
		const { stale, busy, answers } = this.live;
		if (!stale || busy) return undefined;
		return answers === null ? '' : filterSearch(answers);
	}

	/** The filters that the page can answer. */
	get value(): Filters {
		return this.#fit.value;
	}

	/** All filters that were chosen, also those that do nothing here. */
	get chosen(): Filters {
		return this.#chosen;
	}

	get idle(): readonly IdleFilter[] {
		return this.#fit.idle;
	}

	get dropped(): readonly Dropped[] {
		return this.#read.dropped;
	}

	/** Whether any filter was chosen. */
	get any(): boolean {
		return filterSearch(this.chosen) !== '';
	}

	/** Puts changed filters into the address; "back" undoes it. */
	change({ groups = {}, ...rest }: FilterChange): void {
		const merged = Object.entries({ ...this.chosen.groups, ...groups }).filter(
			(entry): entry is [string, string] => typeof entry[1] === 'string'
		);
		this.#go({ ...this.chosen, ...rest, groups: Object.fromEntries(merged) });
	}

	/** Takes all filters away. */
	reset(): void {
		this.#go(NO_FILTERS);
	}

	#go(filters: Filters): void {
		const search = withFilters(page.url.searchParams, filters);
		void this.#ahead.choose(filters, search, () => this.#answered);
	}
}
