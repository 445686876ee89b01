import { chosenIn } from '$lib/answer/chosen';
import type { Asking } from '$lib/answer/context';
import { districtsOf } from '$lib/answer/districts-told';
import { cooperatives } from '$lib/query/computed/cooperatives';
import { ask } from '$lib/query/question';
import type { Filters } from '$lib/state/filters';
import { activeBars, activeOverTime } from './active-charts';
import type { JakartaAnswer, JakartaContext } from './answer';
import { membersByCooperative } from './members';

/**
 * The page's answer to filters: the same code at build, over native DuckDB, and in the browser. Asked
 * from the first month on, whatever is chosen: which months show no activity yet is told from there.
 */
export async function jakartaAnswer(
	filters: Filters,
	asking: Asking & { context: JakartaContext }
): Promise<JakartaAnswer> {
	const { engine, context, locale, options } = asking;
	const { period, from } = chosenIn(filters, context);
	const question = cooperatives(context.extract, {
		programme: 'koperasi_kampung',
		from: context.first,
		until: period.start,
		place: context.region
	});
	const rows = await ask(engine, question, options);
	const late = rows.some(({ membersReach, activeReach }) =>
		[membersReach, activeReach].some((reach) => reach !== 'received')
	);
	const tell = await districtsOf([context.region], 'month', asking, late);
	const all = membersByCooperative(rows, context.cell, tell).map((one) => {
		const name = context.cooperatives[one.code] ?? one.code;
		return { ...one, name, short: name.replace(/^Koperasi Konsumen /, '') };
	});
	const told = all.map((one) => ({
		...one,
		months: one.months.filter(({ month }) => month >= from)
	}));
	const known = new Set(all.map(({ code }) => code));
	const frame = { locale, base: context.cell.protection.base, source: context.source };
	return {
		cooperatives: told,
		left: Object.entries(context.cooperatives).flatMap(([code, name]) =>
			known.has(code) ? [] : [name]
		),
		bars: activeBars(told, frame),
		overTime: activeOverTime(all, frame, from)
	};
}
