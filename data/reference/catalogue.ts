import { CERTAINTIES } from '$lib/model/certainty';
import { PUBLIC_UNITS } from '$lib/model/unit';
import type {
	IndicatorRecord,
	KampungRecord,
	PriorityListMemberRecord,
	PriorityListRecord,
	ProgrammeRecord,
	SourceRecord
} from './records';
import { numberIn, oneOf, readTable } from './table';

export function readProgrammes(): ProgrammeRecord[] {
	const columns = [
		'id',
		'name_id',
		'name_en',
		'description_id',
		'description_en',
		'owner',
		'page',
		'begins_on',
		'begins_source'
	] as const;
	return readTable('programmes.csv', columns).map((row) => ({
		id: row.id,
		name: { id: row.name_id, en: row.name_en },
		description: { id: row.description_id, en: row.description_en },
		owner: row.owner,
		page: row.page,
		beginsOn: row.begins_on,
		beginsSource: row.begins_source
	}));
}

export function readIndicators(): IndicatorRecord[] {
	const file = 'indicators.csv';
	const columns = [
		'id',
		'programme',
		'name_id',
		'name_en',
		'definition_id',
		'definition_en',
		'numerator_id',
		'numerator_en',
		'denominator_id',
		'denominator_en',
		'unit',
		'direction',
		'method_source'
	] as const;
	return readTable(file, columns).map((row) => ({
		id: row.id,
		programme: row.programme,
		name: { id: row.name_id, en: row.name_en },
		definition: { id: row.definition_id, en: row.definition_en },
		numerator: { id: row.numerator_id, en: row.numerator_en },
		denominator: { id: row.denominator_id, en: row.denominator_en },
		unit: oneOf(file, PUBLIC_UNITS, row.unit),
		direction: oneOf(file, ['up', 'down', 'none'] as const, row.direction),
		methodSource: row.method_source
	}));
}

export function readSources(): SourceRecord[] {
	const columns = [
		'id',
		'publisher',
		'title',
		'date',
		'where',
		'note_id',
		'note_en',
		'publisher_en'
	] as const;
	return readTable('sources.csv', columns).map((row) => ({
		id: row.id,
		publisher: row.publisher,
		publisherEn: row.publisher_en,
		title: row.title,
		date: row.date,
		where: row.where,
		note: { id: row.note_id, en: row.note_en }
	}));
}

export function readPriorityLists(): PriorityListRecord[] {
	const file = 'priority_lists.csv';
	const columns = [
		'id',
		'name_id',
		'name_en',
		'members_public',
		'size',
		'certainty',
		'source_id',
		'note_id',
		'note_en'
	] as const;
	return readTable(file, columns).map((row) => ({
		id: row.id,
		name: { id: row.name_id, en: row.name_en },
		membersPublic: oneOf(file, ['true', 'false'] as const, row.members_public) === 'true',
		size: numberIn(file, row.size),
		certainty: oneOf(file, CERTAINTIES, row.certainty),
		sourceId: row.source_id,
		note: { id: row.note_id, en: row.note_en }
	}));
}

export function readPriorityListMembers(): PriorityListMemberRecord[] {
	const file = 'priority_list_members.csv';
	const columns = ['list_id', 'region_code', 'source_id', 'certainty'] as const;
	return readTable(file, columns).map((row) => ({
		listId: row.list_id,
		regionCode: row.region_code,
		sourceId: row.source_id,
		certainty: oneOf(file, CERTAINTIES, row.certainty)
	}));
}

export function readKampung(): KampungRecord[] {
	const file = 'kampung.csv';
	const columns = ['cooperative_number', 'cooperative', 'kampung', 'source_id'] as const;
	return readTable(file, columns).map((row) => ({
		cooperativeNumber: numberIn(file, row.cooperative_number),
		cooperative: row.cooperative,
		kampung: row.kampung,
		sourceId: row.source_id
	}));
}
