import { DISTRICT_STAGES, dayOfMonth } from '$lib/model';
import { drawOnce } from './draw';
import { type Period } from './period';

/** Inpres 4/2022 is of 8 June 2022; the first stage follows within nine months, each next one after 2 to 8. */
const BEGAN = 2022 * 12 + 6;
const FIRST = 9;
const NEXT = [2, 8] as const;

/** `stages.csv`: a stage that a district has not reached by the end of the period has no date. */
export function stagesCsv(regions: readonly string[], period: Period, seed: string): string {
	const rows = regions.flatMap((region) => {
		let month = BEGAN;
		return DISTRICT_STAGES.map((stage, index) => {
			const chance = (name: string) => drawOnce(`${seed}|${region}|${stage}|${name}`);
			const [least, most] = NEXT;
			month +=
				index === 0
					? Math.floor(chance('wait') * FIRST)
					: least + Math.floor(chance('wait') * (most - least + 1));
			const day = 1 + Math.floor(chance('day') * 28);
			return [region, stage, month > period.last ? '' : dayOfMonth(month, day)].join(',');
		});
	});
	return ['region,stage,reached_on', ...rows, ''].join('\n');
}
