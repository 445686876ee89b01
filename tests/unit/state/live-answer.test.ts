import { describe, expect, test, vi } from 'vitest';
import { EngineError } from '$lib/engine/errors';
import { LiveAnswer } from '$lib/state/live-answer.svelte';

/** A worker whose answers come when the test says so, in any order. */
function slowly() {
	const waiting = new Map<string, { give: () => void; fail: (error: Error) => void }>();
	const live = new LiveAnswer<string, string>('prerendered', (asked) => {
		return new Promise((resolve, reject) => {
			waiting.set(asked, { give: () => resolve(`answer to ${asked}`), fail: reject });
		});
	});
	return { live, waiting };
}

describe('what a page shows', () => {
	test('is the prerendered answer until another is there', async () => {
		const { live, waiting } = slowly();
		expect(live.answer).toBe('prerendered');
		const asked = live.ask('2019');
		expect([live.answer, live.busy]).toEqual(['prerendered', true]);
		waiting.get('2019')?.give();
		await asked;
		expect([live.answer, live.busy, live.stale]).toEqual(['answer to 2019', false, false]);
	});

	test('is never an earlier question that came late', async () => {
		const { live, waiting } = slowly();
		const first = live.ask('2019');
		const second = live.ask('2020');
		waiting.get('2020')?.give();
		await second;
		waiting.get('2019')?.give();
		await first;
		expect(live.answer).toBe('answer to 2020');
	});

	test('stays where the reader stops the work, and a late answer changes nothing', async () => {
		const { live, waiting } = slowly();
		const asked = live.ask('2019');
		live.stop();
		waiting.get('2019')?.give();
		await asked;
		expect([live.answer, live.busy, live.problem]).toEqual(['prerendered', false, null]);
		expect(live.stale).toBe(true);
	});

	test('keeps its figures and names the problem when an answer fails, and can ask again', async () => {
		const { live, waiting } = slowly();
		const asked = live.ask('2019');
		waiting.get('2019')?.fail(new EngineError({ kind: 'worker_lost' }));
		await asked;
		expect(live.answer).toBe('prerendered');
		expect(live.problem).toEqual({ kind: 'worker_lost' });
		const again = live.retry();
		expect(live.problem).toBeNull();
		waiting.get('2019')?.give();
		await again;
		expect(live.answer).toBe('answer to 2019');
	});

	test('a mistake of ours is not passed off as a problem of the reader', async () => {
		const { live, waiting } = slowly();
		const asked = live.ask('2019');
		waiting.get('2019')?.fail(new TypeError('ours'));
		await expect(asked).rejects.toThrow(TypeError);
	});
});

describe('a question', () => {
	test('is only spoken of once it takes a while', async () => {
		vi.useFakeTimers();
		try {
			const { live, waiting } = slowly();
			const quick = live.ask('2019');
			vi.advanceTimersByTime(100);
			expect([live.busy, live.slow]).toEqual([true, false]);
			waiting.get('2019')?.give();
			await quick;
			vi.advanceTimersByTime(1000);
			expect(live.slow).toBe(false);
			const long = live.ask('2020');
			vi.advanceTimersByTime(1000);
			expect(live.slow).toBe(true);
			waiting.get('2020')?.give();
			await long;
			expect([live.busy, live.slow]).toEqual([false, false]);
		} finally {
			vi.useRealTimers();
		}
	});
});
