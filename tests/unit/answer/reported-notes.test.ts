import { describe, expect, it } from 'vitest';
import { reportedNotes } from '$lib/answer/reported-notes';

describe('of how many districts a total is', () => {
	it('is said where some had not sent all, and not where all had', () => {
		expect(reportedNotes({ received: 70, total: 75 }, 'en')[0]).toMatch(
			/^Complete for 70 of the 75/
		);
		expect(reportedNotes({ received: 0, total: 75 }, 'id')[0]).toMatch(/^Dari 75 .+ belum ada/);
		expect(reportedNotes({ received: 75, total: 75 }, 'id')).toEqual([]);
		expect(reportedNotes({ received: 0, total: 0 }, 'id')).toEqual([]);
	});

	it('is said of a single place without counting it', () => {
		for (const locale of ['id', 'en'] as const) {
			const [note = ''] = reportedNotes({ received: 0, total: 1 }, locale);
			expect(note).not.toMatch(/\d/);
			expect(note).toMatch(/daerah ini|this place/);
		}
		expect(reportedNotes({ received: 1, total: 1 }, 'id')).toEqual([]);
	});
});
