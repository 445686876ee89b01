import { formatDate } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model/locale';

type InEach<Value> = Readonly<Record<Locale, Value>>;

/** What is cited. Each language says it in its own words. */
export interface Cited {
	/** What the chart, table or figure shows: indicator, place and period. */
	titles: InEach<string>;
	/** Who publishes the figures in it, or those that they were computed from. */
	sources: InEach<readonly string[]>;
	/** Whether the site computed the figures: then it, and none of the publishers, says what they say. */
	computed: boolean;
	/** `published figures 1a2b3c4d5e6f`: each dataset with the beginning of its content hash. */
	versions: InEach<string>;
	/** ISO day up to which the data reach; empty where they have none. */
	until: string;
	address: string;
	/** ISO day on which it was looked at. */
	accessed: string;
	/** Of the page, in which the forms for programs are written. */
	locale: Locale;
	/** Whether the figures come from generated lists. */
	demo: boolean;
}

export interface Citations {
	sentences: InEach<string>;
	apa: string;
	bibtex: string;
	csl: string;
}

const SITE = 'Pantau Sejahtera';

/**
 * Four ways to cite. What is dated is the data: by the day up to which they reach, and by the beginning
 * of their hash, which is their version wherever the site names it.
 */
export function citations(cited: Cited): Citations {
	return {
		sentences: { id: sentence(cited, 'id'), en: sentence(cited, 'en') },
		apa: apa(cited),
		bibtex: bibtex(cited),
		csl: JSON.stringify([csl(cited)], null, 2)
	};
}

function sentence(cited: Cited, locale: Locale): string {
	const inputs = {
		title: cited.titles[locale],
		sources: cited.sources[locale].join('; '),
		version: cited.versions[locale],
		until: formatDate(cited.until, locale),
		date: formatDate(cited.accessed, locale),
		address: cited.address
	};
	const say = cited.computed ? m.export_cite_computed : m.export_cite_sentence;
	const words = say(inputs, { locale });
	return cited.demo ? `${words} ${m.export_demo({}, { locale })}` : words;
}

/** A title that says that it is of a demo, in the language that it is in. */
function titleOf({ titles, demo, locale }: Cited): string {
	const title = titles[locale];
	return demo ? `${title} (${m.export_demo_short({}, { locale })})` : title;
}

function versionOf({ versions, locale }: Cited): string {
	return versions[locale];
}

/** What rests on whom: as a note, since the author is whoever put the figures together. */
function noteOf({ sources, computed, locale }: Cited): string {
	const say = computed ? m.export_cite_computed_from : m.export_cite_source;
	return say({ sources: sources[locale].join('; ') }, { locale });
}

function apa(cited: Cited): string {
	const { address, accessed, until, locale } = cited;
	const words = {
		day: until === '' ? m.export_cite_no_day({}, { locale }) : apaDay(until, locale),
		title: titleOf(cited),
		version: versionOf(cited),
		sources: noteOf(cited),
		date: formatDate(accessed, locale),
		address
	};
	return m.export_cite_apa(words, { locale });
}

/** The year before the day, as APA has it: `2025, 21 November`. */
function apaDay(iso: string, locale: Locale): string {
	const [day = '', month = '', year = ''] = formatDate(iso, locale).split(' ');
	return m.export_cite_day({ day, month, year }, { locale });
}

function bibtex(cited: Cited): string {
	const { until } = cited;
	const fields = {
		author: `{${SITE}}`,
		title: `{${escapeTex(titleOf(cited))}}`,
		...(until === '' ? {} : { year: until.slice(0, 4), date: until }),
		version: escapeTex(versionOf(cited)),
		note: escapeTex(noteOf(cited)),
		url: cited.address.replace(/[{}\\]/g, encodeURIComponent),
		urldate: cited.accessed
	};
	const lines = Object.entries(fields).map(([name, value]) => `\t${name} = {${value}}`);
	return `@misc{${keyOf(cited)},\n${lines.join(',\n')}\n}`;
}

function csl(cited: Cited) {
	return {
		id: keyOf(cited),
		type: 'dataset',
		title: titleOf(cited),
		author: [{ literal: SITE }],
		publisher: SITE,
		...(cited.until === '' ? {} : { issued: dateParts(cited.until) }),
		version: versionOf(cited),
		note: noteOf(cited),
		language: cited.locale,
		URL: cited.address,
		accessed: dateParts(cited.accessed)
	};
}

function dateParts(iso: string) {
	return { 'date-parts': [iso.split('-').map(Number)] };
}

/** So that two charts of one page and one version do not share a key. */
function keyOf({ address, versions: { en } }: Cited): string {
	const { pathname, hash } = new URL(address);
	return `pantau_${`${pathname}_${hash}_${en.split(' ').at(-1) ?? ''}`.replace(/[^a-z0-9]+/gi, '_').replace(/^_+/, '')}`;
}

const TEX: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}'
};

function escapeTex(text: string): string {
	return text.replace(/[\\~^{}%$&#_]/g, (sign) => TEX[sign] ?? `\\${sign}`);
}
