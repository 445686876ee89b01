import { chosenIn } from '$lib/answer/chosen';
import type { Asking } from '$lib/answer/context';
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
	{ engine, context, locale, options }: Asking & { context: JakartaContext }
): Promise<JakartaAnswer> {
	const { period, from } = chosenIn(filters, context);
	const question = cooperatives(context.extract, {
		programme: 'koperasi_kampung',
		from: context.first,
		until: period.start,
		place: context.region
	});
	const rows = await ask(engine, question, options);
	const all = membersByCooperative(rows, context.cell).map((one) => {
		const name = context.cooperatives[one.code] ?? one.code;
		return { ...one, name, short: name.replace(/^Koperasi Konsumen /, '') };
	});
	const told = all.map((one) => ({
		...one,
		months: one.months.filter(({ month }) => month >= from)
	}));
	const frame = { locale, base: context.cell.protection.base, source: context.source };
	return {
		cooperatives: told,
		bars: activeBars(told, frame),
		overTime: activeOverTime(all, frame, from)
	};
}
