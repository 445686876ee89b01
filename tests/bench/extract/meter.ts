/** What a piece of work took: seconds on the clock and of both cores, and the most memory meanwhile. */
export interface Taken {
	seconds: number;
	/** Seconds of the processor, in user and system, over all threads. */
	cpu: number;
	/** Bytes of memory that the process held at most, looked at every few milliseconds. */
	peak: number;
}

const EVERY_MS = 20;

/** Measures one step after another; a step that comes again is added to what it took before. */
export function createMeter<Step extends string>() {
	const taken = new Map<Step, Taken>();
	let peak = 0;
	let now: { step: Step; began: number; cpu: NodeJS.CpuUsage } | null = null;
	const look = () => {
		peak = Math.max(peak, process.memoryUsage.rss());
	};
	const timer = setInterval(look, EVERY_MS);
	timer.unref();

	function end(): void {
		if (now === null) return;
		look();
		const { user, system } = process.cpuUsage(now.cpu);
		const before = taken.get(now.step) ?? { seconds: 0, cpu: 0, peak: 0 };
		taken.set(now.step, {
			seconds: before.seconds + (performance.now() - now.began) / 1000,
			cpu: before.cpu + (user + system) / 1e6,
			peak: Math.max(before.peak, peak)
		});
		now = null;
	}

	return {
		/** Ends the step before, and begins another; null is none that is measured. */
		next(step: Step | null): void {
			end();
			peak = process.memoryUsage.rss();
			if (step !== null) now = { step, began: performance.now(), cpu: process.cpuUsage() };
		},
		stop(): Partial<Record<Step, Taken>> {
			end();
			clearInterval(timer);
			return Object.fromEntries(taken) as Partial<Record<Step, Taken>>;
		}
	};
}
