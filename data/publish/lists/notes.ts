import { m } from '$lib/i18n/paraglide/messages';
import type { Locale } from '$lib/model';
import type { ListNote } from './loaded';

const NOTES = {
	region_former: m.lists_note_region_former,
	region_restored: m.lists_note_region_restored,
	region_unread: m.lists_note_region_unread,
	sex_unread: m.lists_note_sex_unread,
	birth_unread: m.lists_note_birth_unread,
	family_unusable: m.lists_note_family_unusable
} satisfies Record<ListNote, unknown>;

/** A note on rows of a file, with their number as it is to be shown. */
export function noteText(note: ListNote, count: string, locale: Locale): string {
	return NOTES[note]({ count }, { locale });
}
