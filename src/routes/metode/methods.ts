import type { MethodId } from '$lib/ui/methods';
import type { Method, Protected } from './method';
import { bounds } from './sections/bounds';
import { concentration } from './sections/concentration';
import { funnel } from './sections/funnel';
import { interval } from './sections/interval';
import { pace } from './sections/pace';
import { ranks } from './sections/ranks';
import { shu } from './sections/shu';
import { standardise } from './sections/standardise';
import { wait } from './sections/wait';

/** Every method of the site, with the numbers of a protection where there is one. */
export function allMethods(protection: Protected): Record<MethodId, Method> {
	return {
		batas: bounds(protection),
		selang: interval(),
		corong: funnel(),
		peringkat: ranks(),
		pembakuan: standardise(),
		laju: pace(),
		median: wait(),
		pemusatan: concentration(),
		shu: shu()
	};
}
