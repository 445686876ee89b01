import { CERTAINTIES } from '$lib/model/certainty';
import { DISTRICT_STAGES } from '$lib/model/district-stages';
import { FLAGS } from '$lib/model/flag';
import { ISLAND_GROUPS, REGION_KINDS, REGION_LEVELS, isRegionCode } from '$lib/model/region';
import { PUBLIC_STATES } from '$lib/model/state';
import { PUBLIC_UNITS } from '$lib/model/unit';
import type { Column, TableContract } from './column';

const text = (name: string): Column => ({ name, type: 'text' });
const optionalText = (name: string): Column => ({ name, type: 'text', optional: true });
const words = (name: string): Column[] => [text(`${name}_id`), text(`${name}_en`)];
const optionalWords = (name: string): Column[] => [
	optionalText(`${name}_id`),
	optionalText(`${name}_en`)
];
const certainty: Column = { name: 'certainty', type: 'code', oneOf: CERTAINTIES };
const source: Column = { name: 'source_id', type: 'code', references: 'source.id' };
const optionalSource: Column = { ...source, optional: true };

const regionCode = (name: string): Column => ({
	name,
	type: 'code',
	references: 'region.code'
});

const shapeOfCode = (cell: string): string | null =>
	isRegionCode(cell) ? null : `"${cell}" is not a code like 00, 32 or 32.01`;

/** Files in data/published/ that hold no figures. */
const STAGES = 'stages.csv';
const TARGETS = 'targets.csv';
/** The change log: of the extract, not in it, so that its content hash can stand there. */
export const CHANGES = 'changes.csv';

/** Every table of the published extract. A change here that old readers cannot read raises FORMAT. */
export const TABLES: readonly TableContract[] = [
	{
		name: 'source',
		from: { folder: 'reference', file: 'sources.csv' },
		columns: [
			{ name: 'id', type: 'code' },
			text('publisher'),
			text('title'),
			optionalText('date'),
			optionalText('where'),
			...optionalWords('note'),
			optionalText('publisher_en')
		],
		key: ['id'],
		order: ['id']
	},
	{
		name: 'programme',
		from: { folder: 'reference', file: 'programmes.csv' },
		columns: [
			{ name: 'id', type: 'code' },
			...words('name'),
			...words('description'),
			optionalText('owner'),
			optionalText('page'),
			{ name: 'begins_on', type: 'date', optional: true },
			{ ...optionalSource, name: 'begins_source' }
		],
		key: ['id'],
		order: []
	},
	{
		name: 'indicator',
		from: { folder: 'reference', file: 'indicators.csv' },
		columns: [
			{ name: 'id', type: 'code' },
			{ name: 'programme', type: 'code', references: 'programme.id' },
			...words('name'),
			...words('definition'),
			...optionalWords('numerator'),
			...optionalWords('denominator'),
			{ name: 'unit', type: 'code', oneOf: PUBLIC_UNITS },
			{ name: 'direction', type: 'code', oneOf: ['up', 'down', 'none'] },
			optionalText('method_source')
		],
		key: ['id'],
		order: []
	},
	{
		name: 'region',
		from: { folder: 'reference', file: 'regions.csv' },
		columns: [
			{ name: 'code', type: 'code', check: shapeOfCode },
			{ name: 'level', type: 'code', oneOf: REGION_LEVELS },
			{ name: 'kind', type: 'code', oneOf: REGION_KINDS },
			text('name'),
			optionalText('abbreviation'),
			regionCode('province_code'),
			optionalText('bps_code'),
			{ name: 'male', type: 'integer', optional: true },
			{ name: 'female', type: 'integer', optional: true },
			{ name: 'population', type: 'integer', optional: true },
			{ name: 'area_km2', type: 'number', optional: true },
			{ name: 'lat', type: 'number', optional: true },
			{ name: 'lng', type: 'number', optional: true },
			{ name: 'island_group', type: 'code', oneOf: ISLAND_GROUPS, optional: true },
			optionalSource
		],
		key: ['code'],
		order: ['code']
	},
	{
		name: 'former_name',
		from: { folder: 'reference', file: 'former_names.csv' },
		columns: [
			regionCode('code'),
			text('former_name'),
			optionalText('until'),
			optionalSource,
			optionalText('note')
		],
		key: ['code', 'former_name'],
		order: ['code', 'former_name']
	},
	{
		name: 'former_province',
		from: { folder: 'reference', file: 'former_provinces.csv' },
		columns: [
			regionCode('code'),
			regionCode('former_province_code'),
			text('until'),
			optionalSource
		],
		key: ['code', 'until'],
		order: ['code', 'until']
	},
	{
		name: 'priority_list',
		from: { folder: 'reference', file: 'priority_lists.csv' },
		columns: [
			{ name: 'id', type: 'code' },
			...words('name'),
			{ name: 'members_public', type: 'boolean' },
			{ name: 'size', type: 'integer', optional: true },
			certainty,
			source,
			...optionalWords('note')
		],
		key: ['id'],
		order: []
	},
	{
		name: 'priority_list_member',
		from: { folder: 'reference', file: 'priority_list_members.csv' },
		columns: [
			{ name: 'list_id', type: 'code', references: 'priority_list.id' },
			regionCode('region_code'),
			source,
			certainty
		],
		key: ['list_id', 'region_code'],
		order: ['list_id', 'region_code']
	},
	{
		name: 'tile',
		from: { folder: 'reference', file: 'tiles.csv' },
		columns: [
			regionCode('region_code'),
			{ name: 'x', type: 'number' },
			{ name: 'y', type: 'number' }
		],
		key: ['region_code'],
		order: ['region_code']
	},
	{
		name: 'kampung',
		from: { folder: 'reference', file: 'kampung.csv' },
		columns: [
			{ name: 'cooperative_number', type: 'integer' },
			text('cooperative'),
			text('kampung'),
			source
		],
		key: ['cooperative_number', 'kampung'],
		order: ['cooperative_number', 'kampung']
	},
	{
		name: 'figure',
		from: { folder: 'published', but: [STAGES, TARGETS, CHANGES] },
		columns: [
			{ name: 'indicator', type: 'code', references: 'indicator.id' },
			regionCode('region_code'),
			{ name: 'period_start', type: 'date' },
			{ name: 'period_end', type: 'date' },
			{ name: 'value', type: 'number', optional: true },
			{ name: 'unit', type: 'code', oneOf: PUBLIC_UNITS },
			// What was never received, or could not have been, is said of lists alone.
			{
				name: 'state',
				type: 'code',
				oneOf: PUBLIC_STATES.filter((state) => state !== 'not_received' && state !== 'not_begun')
			},
			source,
			certainty,
			{ name: 'flag', type: 'code', oneOf: FLAGS, optional: true }
		],
		key: [],
		order: [
			'indicator',
			'region_code',
			'period_start',
			'period_end',
			'state',
			'source_id',
			'value',
			'flag'
		]
	},
	{
		name: 'stage',
		from: { folder: 'published', file: STAGES },
		columns: [
			regionCode('region_code'),
			{ name: 'stage', type: 'text', oneOf: DISTRICT_STAGES },
			{ name: 'reached_on', type: 'date' },
			source,
			{ ...certainty, type: 'text' }
		],
		key: ['region_code', 'stage'],
		order: ['region_code', 'reached_on', 'stage']
	},
	{
		name: 'target',
		from: { folder: 'published', file: TARGETS },
		columns: [
			{ name: 'indicator', type: 'code', references: 'indicator.id' },
			regionCode('region_code'),
			{ name: 'programme', type: 'code', references: 'programme.id' },
			{ name: 'date', type: 'date' },
			{ name: 'value', type: 'number' },
			source,
			{ ...certainty, type: 'text' }
		],
		key: ['indicator', 'region_code', 'date'],
		order: ['indicator', 'region_code', 'date']
	}
];
