import { type Figure, type Locale, type PriorityList, levelOf, provinceOf } from '$lib/model';
import { priorityLists } from '$lib/query/priority-lists';
import { targets } from '$lib/query/targets';
import { uncounted } from '$lib/query/uncounted';
import { type Catalogue, type HeadlineFigure, headlineOf, need } from '../../catalogue.server';
import { askSite } from '../../dataset.server';

/** What stands in every profile, asked once a build and language. */
interface Shared {
	lists: readonly PriorityList[];
	/** What is to be reached in the whole country or in one place. */
	targets: readonly Figure[];
	uncounted: readonly Figure[];
}

const asked = new Map<Locale, Promise<Shared>>();

/** The priority lists that a place stands in, and what the country aims at and does not know. */
export async function elsewhereOf(code: string, names: Catalogue, locale: Locale) {
	const shared = asked.get(locale) ?? read(names, locale);
	asked.set(locale, shared);
	const { lists, targets: aims, uncounted: open } = await shared;
	const concerns = (region: string) =>
		levelOf(region) === 'nation' || region === code || region === provinceOf(code);
	return {
		lists: lists.flatMap((list) => {
			const members = list.members.filter(
				(member) => member === code || provinceOf(member) === code
			);
			return members.length > 0 ? [listOf(list, members.length, names)] : [];
		}),
		/** Lists whose members are not public: nobody can tell whether the place stands in one. */
		closed: lists.filter((list) => !list.membersPublic).map((list) => listOf(list, 0, names)),
		targets: aims.filter(({ region }) => concerns(region)).map(headline(names)),
		uncounted: open.filter(({ region }) => region !== code).map(headline(names))
	};
}

async function read(names: Catalogue, locale: Locale): Promise<Shared> {
	return {
		lists: await askSite(priorityLists(locale)),
		targets: (await askSite(targets())).map(({ indicator, region, date, value, ...target }) => ({
			indicator,
			region,
			period: { start: date, end: date },
			value,
			unit: need(names.indicators, indicator).unit,
			state: 'target',
			sourceId: target.sourceId,
			certainty: target.certainty,
			flag: null
		})),
		uncounted: await askSite(uncounted())
	};
}

function listOf(
	{ id, name, size, certainty, sourceId }: PriorityList,
	own: number,
	names: Catalogue
) {
	const { publisher } = need(names.sources, sourceId);
	return { id, name, size, own, certainty, source: { id: sourceId, publisher } };
}

function headline(names: Catalogue): (figure: Figure) => HeadlineFigure {
	return (figure) => headlineOf(figure, names);
}
