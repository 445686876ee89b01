import { whenIdle } from '$lib/schedule/idle';
import { NARROW, type Place, type Size, WIDE, heightOf, isPhone } from './layout/size';
import type { Finder } from './layout/drawn';
import type { ChartModel, ChartPoint } from './model';
import type { LiveChart } from './render/live';
import { signatureOf } from './render/signature';
import { isPlacedLive } from './shaded';

/** Maps, funnel plots and scatter plots are placed by the program that draws them. */
const NOWHERE: ReadonlyMap<string, Place> = new Map<string, Place>();

type Stage = 'drawn' | 'loading' | 'live' | 'failed';

/**
 * What the surface of a chart knows: which drawing stands there, whether it is still the answer, and
 * which point the reader is at. The drawing of build time serves until ECharts has taken over.
 */
export class Surface {
	/** Measured sizes of the room and of the box in it, in CSS pixels; 0 before the page is laid out. */
	roomWidth = $state(0);
	boxWidth = $state(0);
	boxHeight = $state(0);
	/** Whether the chart is in the window or close to it; others are drawn when nothing else is to be done. */
	near = $state(false);
	/** Key of the point that keys or pointer have reached. */
	at = $state<string | null>(null);

	#stage = $state<Stage>('drawn');
	/** What the drawing of build time shows; null where there is none (reached by a link, say). */
	#printed = $state<string | null>(null);
	#mounted = $state(false);
	#chart: LiveChart | null = null;
	/** What finds the points; not there before a reader comes near. */
	#finder = $state.raw<Finder | null>(null);
	/** Work that waits for the browser to be idle. */
	#putOff: (() => void) | null = null;
	readonly #model: () => ChartModel;

	constructor(model: () => ChartModel) {
		this.#model = model;
	}

	readonly #signature = $derived.by(() => signatureOf(this.#model()));

	readonly #phone = $derived(isPhone(this.roomWidth));

	/** Size in which the drawing is laid out; on screen it may be scaled. */
	readonly #size = $derived.by((): Size => {
		if (this.#stage === 'live') return { width: this.boxWidth, height: this.boxHeight };
		const width = this.#phone ? NARROW : WIDE;
		return { width, height: heightOf(this.#model(), width) };
	});

	readonly #places = $derived.by((): ReadonlyMap<string, Place> => {
		const model = this.#model();
		if (!isPlacedLive(model)) return this.#finder?.placesOf(model, this.#size) ?? NOWHERE;
		return (this.live ? this.#chart?.places(model, this.#size) : undefined) ?? NOWHERE;
	});

	/** The box on screen. */
	get box(): Size {
		return { width: this.boxWidth, height: this.boxHeight };
	}

	get live(): boolean {
		return this.#stage === 'live';
	}

	get failed(): boolean {
		return this.#stage === 'failed';
	}

	/** The drawing that stands there answers another question. */
	get stale(): boolean {
		return this.#mounted && !this.live && this.#printed !== this.#signature;
	}

	/** Nothing stands there at all. */
	get empty(): boolean {
		return this.#mounted && !this.live && this.#printed === null;
	}

	get point(): ChartPoint | undefined {
		return this.#model().points.find(({ key }) => key === this.at);
	}

	/** Where the point reached stands on screen, in CSS pixels of the box. */
	get place(): Place | undefined {
		const place = this.at === null ? undefined : this.#places.get(this.at);
		if (!place || this.boxWidth === 0 || this.stale) return undefined;
		const scale = this.boxWidth / this.#size.width;
		return { x: place.x * scale, y: place.y * scale, radius: place.radius * scale };
	}

	mount(drawing: Element): void {
		this.#printed = drawing.querySelector('svg')?.dataset['signature'] ?? null;
		this.#mounted = true;
	}

	/** The point under a spot of the box. */
	find(x: number, y: number): string | null {
		if (this.stale || this.boxWidth === 0) return null;
		const scale = this.#size.width / this.boxWidth;
		const model = this.#model();
		if (isPlacedLive(model))
			return this.#chart?.find(model, this.#size, x * scale, y * scale) ?? null;
		return this.#finder?.hit(model.kind, this.#places, x * scale, y * scale) ?? null;
	}

	/** Loads ECharts, once, and lets it take the chart over. After a failure it may be tried again. */
	async take(box: HTMLElement): Promise<void> {
		void this.ready();
		if (this.#stage === 'loading' || this.#stage === 'live') return;
		this.#stage = 'loading';
		try {
			const { openChart } = await import('./render/live');
			if (!this.#mounted) return;
			const size = { width: this.boxWidth, height: this.boxHeight };
			this.#chart = openChart(box, size);
			this.#chart.draw(this.#model(), size);
			this.#stage = 'live';
		} catch {
			this.#stage = 'failed';
		}
	}

	/**
	 * When points can be found. What finds them is small, and there long before ECharts; where it cannot
	 * be had, nothing else can.
	 */
	async ready(): Promise<void> {
		if (this.#finder) return;
		try {
			const { finder } = await import('./layout/drawn');
			this.#finder = finder;
		} catch {
			// The next touch tries again.
		}
	}

	/**
	 * Has a drawing that answers another question taken over; to be called in an effect.
	 * @returns takes it back
	 */
	renew(box: HTMLElement): (() => void) | undefined {
		if (!this.stale || this.failed || this.boxWidth === 0) return undefined;
		return this.#inTurn(() => void this.take(box));
	}

	/**
	 * Follows the model and the size; to be called in an effect.
	 * @returns takes it back
	 */
	follow(): (() => void) | undefined {
		if (!this.live || this.boxWidth === 0) return undefined;
		const model = this.#model();
		const size = { width: this.boxWidth, height: this.boxHeight };
		return this.#inTurn(() => this.#chart?.draw(model, size));
	}

	/** Paper shows what no window does: what was put off is done now. */
	finish(): void {
		this.#putOff?.();
	}

	/** Now where the reader may see it; else when the browser is idle. */
	#inTurn(draw: () => void): (() => void) | undefined {
		if (this.near) {
			draw();
			return undefined;
		}
		const work = () => {
			takeBack();
			this.#putOff = null;
			draw();
		};
		const takeBack = whenIdle(work);
		this.#putOff = work;
		return () => {
			takeBack();
			if (this.#putOff === work) this.#putOff = null;
		};
	}

	unmount(): void {
		this.#mounted = false;
		this.#chart?.dispose();
		this.#chart = null;
	}
}
