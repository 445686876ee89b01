import { formatDate } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model/locale';

/** What is cited. */
export interface Cited {
	/** Of the chart or table. */
	title: string;
	/** Who publishes the figures in it. */
	sources: readonly string[];
	/** `published 1a2b3c4d5e6f`: each dataset with the beginning of its content hash. */
	version: string;
	address: string;
	/** ISO day on which it was looked at. */
	accessed: string;
	locale: Locale;
	/** Whether the figures come from generated lists. */
	demo: boolean;
}

export interface Citations {
	sentences: Readonly<Record<Locale, string>>;
	apa: string;
	bibtex: string;
	csl: string;
}

const SITE = 'Pantau Sejahtera';

/**
 * Four ways to cite. The site dates no release, so that each says the version by its hash and the day of
 * access instead of a year.
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
		title: cited.title,
		sources: cited.sources.join('; '),
		version: cited.version,
		date: formatDate(cited.accessed, locale),
		address: cited.address
	};
	const words = m.export_cite_sentence(inputs, { locale });
	return cited.demo ? `${words} ${m.export_demo({}, { locale })}` : words;
}

/** A title that says that it is of a demo, in the language that it is in. */
function titleOf({ title, demo, locale }: Cited): string {
	return demo ? `${title} (${m.export_demo_short({}, { locale })})` : title;
}

function apa(cited: Cited): string {
	const { version, address, accessed, sources, locale } = cited;
	const words = {
		title: titleOf(cited),
		version,
		sources: sources.join('; '),
		date: formatDate(accessed, locale),
		address
	};
	return m.export_cite_apa(words, { locale });
}

function bibtex(cited: Cited): string {
	const fields = {
		author: `{${SITE}}`,
		title: `{${escapeTex(titleOf(cited))}}`,
		version: escapeTex(cited.version),
		note: escapeTex(cited.sources.join('; ')),
		url: cited.address.replace(/[{}\\]/g, encodeURIComponent),
		urldate: cited.accessed
	};
	const lines = Object.entries(fields).map(([name, value]) => `\t${name} = {${value}}`);
	return `@misc{${keyOf(cited)},\n${lines.join(',\n')}\n}`;
}

function csl(cited: Cited) {
	const [year = 0, month = 0, day = 0] = cited.accessed.split('-').map(Number);
	return {
		id: keyOf(cited),
		type: 'dataset',
		title: titleOf(cited),
		author: [{ literal: SITE }],
		publisher: SITE,
		version: cited.version,
		note: cited.sources.join('; '),
		language: cited.locale,
		URL: cited.address,
		accessed: { 'date-parts': [[year, month, day]] }
	};
}

function keyOf({ version }: Cited): string {
	return `pantau_${version.replace(/[^a-z0-9]+/gi, '_')}`;
}

const TEX: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}'
};

function escapeTex(text: string): string {
	return text.replace(/[\\~^{}%$&#_]/g, (sign) => TEX[sign] ?? `\\${sign}`);
}
