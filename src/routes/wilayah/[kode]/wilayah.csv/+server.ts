import { type BoundedFigure, type Figure, isBounded } from '$lib/model';
import { csvText } from '$lib/model/csv-text';
import { catalogue } from '../../../catalogue.server';
import { placesToFind } from '../../names.server';
import { profileOf } from '../profile.server';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';
export const entries: EntryGenerator = async () =>
	(await placesToFind('id')).map(({ code }) => ({ kode: code }));

const HEAD =
	'indicator,group,region_code,region_name,period_start,period_end,value,low,high,unit,state,demo,certainty,flag,source_id,publisher';

/** All rows of a place, as its page tells them. */
export const GET: RequestHandler = async ({ params }) => {
	const { sources } = await catalogue('id');
	const { region, figures, computed } = await profileOf(params.kode, 'id');
	const row = (figure: Figure | BoundedFigure, group = '') => {
		const bounds = isBounded(figure) ? figure.bounds : null;
		return [
			figure.indicator,
			group,
			region.code,
			region.name,
			figure.period.start,
			figure.period.end,
			figure.value,
			bounds?.[0] ?? null,
			bounds?.[1] ?? null,
			figure.unit,
			figure.state,
			computed?.demo && figure.sourceId === computed.sourceId ? 'demo' : '',
			figure.certainty,
			figure.flag,
			figure.sourceId,
			sources.get(figure.sourceId)?.publisher ?? ''
		];
	};
	const rows = figures.map((figure) => row(figure));
	if (computed) {
		const shown = new Map<string, Figure>();
		for (const { part, whole, rate } of computed.rates)
			for (const figure of [part, whole, rate]) if (figure) shown.set(figure.indicator, figure);
		for (const { figure } of [...computed.steps, ...computed.ladder])
			shown.set(figure.indicator, figure);
		rows.push(...[...shown.values()].map((figure) => row(figure)));
		for (const { key, part, whole, rate } of computed.groups)
			for (const figure of [part, whole, rate]) if (figure) rows.push(row(figure, key));
		// The last quarter stands among the rates already.
		rows.push(
			...computed.history
				.filter(({ period }) => period.end < computed.period.end)
				.map((figure) => row(figure))
		);
	}
	return new Response(csvText([HEAD.split(','), ...rows]), {
		headers: { 'Content-Type': 'text/csv; charset=utf-8' }
	});
};
