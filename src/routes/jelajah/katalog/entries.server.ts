import { codeMeaning } from '$lib/i18n/code-words';
import { tableMeaning } from '$lib/i18n/column-words';
import { formatDate, formatNumber } from '$lib/i18n/format';
import { getLocale } from '$lib/i18n/locale';
import { m } from '$lib/i18n/paraglide/messages';
import type { Manifest } from '$lib/engine/manifest';
import { asComputed, type ComputedManifest } from '$lib/protect/manifest';
import { quality } from '$lib/query/quality';
import { type Catalogue, catalogue } from '../../catalogue.server';
import { cubeWords, TABLE_WORDS } from '../../data/published.server';
import { askSite, siteDataset, siteManifests } from '../../dataset.server';
import type { CatalogueEntry, CatalogueTable, Preview } from './dataset';
import { columnsOf, resourcesOf } from './descriptor.server';
import { byteSize, filesOf } from './files.server';

/** Every dataset of the site in the page's language: the published figures, then those from lists. */
export async function catalogueEntries(): Promise<CatalogueEntry[]> {
	const names = await catalogue(getLocale());
	const entries: CatalogueEntry[] = [];
	for (const manifest of siteManifests()) entries.push(await entryOf(manifest, names));
	return entries;
}

async function entryOf(manifest: Manifest, names: Catalogue): Promise<CatalogueEntry> {
	const locale = getLocale();
	const { id, contentHash, period } = manifest;
	const files = filesOf(manifest, names, locale);
	const tables = tablesOf(manifest, files);
	const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
	const computed = asComputed(manifest);
	return {
		...(computed ? computedWords(computed) : await publishedWords(manifest)),
		id,
		computed: computed !== null,
		demo: manifest.kind === 'demo',
		when: whenOf(manifest),
		contentHash,
		period,
		bytes,
		size: byteSize(bytes, locale),
		rows: tables.reduce((sum, { rows }) => sum + rows, 0),
		fileCount: files.length,
		tables,
		databases: files.filter(({ kind }) => kind === 'DuckDB'),
		changes: manifest.changes ?? [],
		sources: manifest.sources.map(({ publisher, title, date }) => ({ publisher, title, date })),
		previews: previewsOf(manifest, files)
	};
}

function tablesOf(manifest: Manifest, files: CatalogueEntry['databases']): CatalogueTable[] {
	const locale = getLocale();
	const computed = asComputed(manifest);
	const parts = computed?.parts ?? [];
	const all = [...manifest.tables, ...parts.flatMap((part) => part.tables)];
	return resourcesOf(manifest.id).map((resource) => {
		const { name } = resource;
		const cube = computed?.cubes.find((one) => one.id === name);
		return {
			name,
			meaning: cube
				? cubeWords(cube, locale)
				: ((computed ? TABLE_WORDS[name]?.() : undefined) ?? tableMeaning(name, locale)),
			rows: all.filter((table) => table.name === name).reduce((sum, { rows }) => sum + rows, 0),
			files: files.filter(
				({ path }) => /^[^.]+/.exec(path)?.[0] === name && !path.endsWith('.duckdb')
			),
			columns: columnsOf(resource, locale)
		};
	});
}

function previewsOf(manifest: Manifest, files: CatalogueEntry['databases']): Preview[] {
	const { id, tables } = manifest;
	const dataset = siteDataset(id);
	const databases = files.filter(({ kind }) => kind === 'DuckDB');
	const first = databases[0]?.holds ?? '';
	const parts = asComputed(manifest)?.parts ?? [];
	return [
		...tables.map(({ name, rows }) => ({ table: name, rows, group: first, dataset })),
		...parts.flatMap((part) =>
			part.tables.map(({ name, rows }) => ({
				table: name,
				rows,
				group: databases.find(({ path }) => path === part.path)?.holds ?? part.path,
				dataset: { ...dataset, id: `${id}_${part.region}`, file: part.path }
			}))
		)
	];
}

type Words = Pick<
	CatalogueEntry,
	| 'name'
	| 'what'
	| 'who'
	| 'how'
	| 'quality'
	| 'protection'
	| 'licence'
	| 'licenceId'
	| 'publisher'
	| 'cite'
>;

async function publishedWords({ contentHash, sources }: Manifest): Promise<Words> {
	const locale = getLocale();
	const count = (value: number) => formatNumber(value, locale);
	const publishers = new Set(sources.map(({ publisher }) => publisher)).size;
	return {
		name: m.catalogue_published_name(),
		what: m.catalogue_published_what(),
		who: m.catalogue_published_who({
			count: count(sources.length),
			publishers: count(publishers)
		}),
		how: m.catalogue_published_how(),
		quality: await publishedQuality(),
		protection: m.catalogue_published_protection(),
		licence: m.catalogue_published_licence(),
		licenceId: null,
		publisher: null,
		cite: m.catalogue_published_cite({ hash: contentHash.slice(0, 12) })
	};
}

/** What the figures are, how sure, and which are doubted: a sentence each. */
async function publishedQuality(): Promise<string[]> {
	const locale = getLocale();
	const rows = await askSite(quality());
	const SENTENCES = {
		state: m.catalogue_quality_state,
		certainty: m.catalogue_quality_certainty,
		flag: m.catalogue_quality_flag
	};
	return (['state', 'certainty', 'flag'] as const).flatMap((by) => {
		const parts = rows
			.filter((row) => row.by === by)
			.map(({ code, figures }) => {
				const [name = code] = codeMeaning('figure', by, code, locale).split('. ');
				return `${formatNumber(figures, locale)} ${name}`;
			});
		return parts.length === 0 ? [] : [SENTENCES[by]({ parts: parts.join('; ') })];
	});
}

function computedWords(manifest: ComputedManifest): Words {
	const locale = getLocale();
	const { id, protection, audit } = manifest;
	const demo = manifest.kind === 'demo';
	const publisher = manifest.publisher || m.protection_office();
	const hash = manifest.contentHash.slice(0, 12);
	const say = (value: number) => formatNumber(value, locale);
	const name = demo ? m.catalogue_demo_name() : m.catalogue_computed_name({ id });
	const numbers = {
		base: say(protection.base),
		bound: say(protection.bound),
		threshold: say(protection.threshold),
		least: say(protection.smallestDenominator),
		table: protection.table ?? ''
	};
	return {
		name,
		what: demo ? m.catalogue_demo_what() : m.catalogue_computed_what(),
		who: demo ? m.catalogue_demo_who() : m.catalogue_computed_who({ publisher }),
		how: m.catalogue_computed_how(),
		quality: [
			m.catalogue_quality_audit({
				passed: say(audit.checks.filter(({ verdict }) => verdict === 'passed').length),
				all: say(audit.checks.length)
			}),
			m.catalogue_quality_reporting()
		],
		protection:
			protection.table === null
				? m.catalogue_computed_protection(numbers)
				: m.catalogue_computed_protection_table(numbers),
		licence: manifest.licence
			? m.catalogue_computed_licence({ licence: manifest.licence })
			: m.catalogue_computed_no_licence(),
		licenceId: manifest.licence || null,
		publisher: demo ? null : manifest.publisher || null,
		cite: demo
			? m.catalogue_demo_cite({ hash })
			: m.catalogue_computed_cite({ publisher, name, period: whenOf(manifest, false), hash })
	};
}

function whenOf({ period, kind }: Manifest, sentence = true): string {
	const locale = getLocale();
	const when = (iso: string) => formatDate(kind === 'published' ? iso : iso.slice(0, 7), locale);
	const words = m.catalogue_about_period({ from: when(period.start), until: when(period.end) });
	return sentence ? words : words.replace(/\.$/, '');
}
