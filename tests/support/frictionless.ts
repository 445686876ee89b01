/**
 * The rules of Data Package 2.0, Data Resource and Table Schema (https://datapackage.org/standard/)
 * that a package of CSV files must keep, and the check of rows against their schema.
 */
type Json = Record<string, unknown>;

/** Field types of Table Schema, and the constraints that each may carry. */
const TYPES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
	[
		['string', ['required', 'unique', 'minLength', 'maxLength', 'pattern', 'enum']],
		...['number', 'integer', 'date', 'datetime', 'time', 'year', 'yearmonth'].map((type) => [
			type,
			[
				'required',
				'unique',
				'minimum',
				'maximum',
				'exclusiveMinimum',
				'exclusiveMaximum',
				'enum',
				'pattern'
			]
		]),
		['boolean', ['required', 'enum']],
		...['object', 'array', 'list', 'duration', 'geopoint', 'geojson', 'any'].map((type) => [
			type,
			['required', 'unique', 'enum']
		])
	].map(([type, constraints]) => [String(type), constraints as readonly string[]])
);

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const objects = (value: unknown): Json[] => list(value).filter(isObject);
const textsOf = (value: unknown): string[] =>
	typeof value === 'string' ? [value] : list(value).filter(isText);

/** Everything in a descriptor that the standard does not allow. */
export function packageFaults(descriptor: unknown): string[] {
	if (!isObject(descriptor)) return ['the descriptor is not an object'];
	const faults: string[] = [];
	const must = (holds: boolean, fault: string) => {
		if (!holds) faults.push(fault);
	};
	const { name, id, resources, licenses, sources } = descriptor;
	must(isText(descriptor.$schema), '$schema is not an address');
	must(
		name === undefined || (isText(name) && /^[a-z0-9._-]+$/.test(name)),
		`name "${String(name)}"`
	);
	must(id === undefined || isText(id), 'id is not a text');
	must(Array.isArray(resources) && resources.length > 0, 'resources is not a filled list');
	for (const license of licenses === undefined ? [] : [licenses].flat())
		must(
			isObject(license) && (isText(license.name) || isText(license.path)),
			'a licence has neither name nor path'
		);
	must(licenses === undefined || list(licenses).length > 0, 'licenses is empty');
	must(sources === undefined || list(sources).length > 0, 'sources is empty');
	for (const source of list(sources))
		must(
			isObject(source) && (isText(source.title) || isText(source.path)),
			'a source has neither title nor path'
		);
	const named = objects(resources);
	const names = named.map((resource) => resource.name);
	must(new Set(names).size === names.length, 'two resources share a name');
	for (const resource of named) faults.push(...resourceFaults(resource, named));
	return faults;
}

function resourceFaults(resource: Json, all: readonly Json[]): string[] {
	const faults: string[] = [];
	const { name, path, data, bytes, hash, encoding, mediatype, schema } = resource;
	const must = (holds: boolean, fault: string) => {
		if (!holds) faults.push(`resource ${String(name)}: ${fault}`);
	};
	must(isText(name), 'no name');
	must((path === undefined) !== (data === undefined), 'exactly one of path and data is allowed');
	for (const one of textsOf(path))
		must(!/^[/~.]|\.\.|\\/.test(one) || /^https?:/.test(one), `path "${one}" leads elsewhere`);
	must(bytes === undefined || Number.isInteger(bytes), 'bytes is not a whole number');
	must(
		hash === undefined || (isText(hash) && /^([^:]+:[0-9a-fA-F]+|[0-9a-fA-F]{32})$/.test(hash)),
		`hash "${String(hash)}"`
	);
	must(encoding === undefined || isText(encoding), 'encoding');
	must(mediatype === undefined || (isText(mediatype) && /^.+\/.+$/.test(mediatype)), 'mediatype');
	if (!isObject(schema)) return [...faults, `resource ${String(name)}: no schema`];
	const fields = objects(schema.fields);
	must(fields.length > 0, 'no fields');
	const fieldNames = fields.map((field) => field.name);
	must(fieldNames.every(isText), 'a field has no name');
	must(new Set(fieldNames).size === fieldNames.length, 'two fields share a name');
	for (const field of fields) {
		const allowed = TYPES[String(field.type)];
		must(allowed !== undefined, `field ${String(field.name)}: type "${String(field.type)}"`);
		must(isText(field.description), `field ${String(field.name)} is not described`);
		const { constraints } = field;
		must(constraints === undefined || isObject(constraints), 'constraints is not an object');
		for (const key of Object.keys(isObject(constraints) ? constraints : {}))
			must(allowed?.includes(key) ?? false, `field ${String(field.name)}: constraint ${key}`);
		const words = isObject(constraints) ? constraints.enum : undefined;
		must(
			words === undefined || new Set(list(words)).size === list(words).length,
			`field ${String(field.name)}: an enum repeats itself`
		);
		must(words === undefined || list(words).length > 0, `field ${String(field.name)}: empty enum`);
	}
	must(
		schema.missingValues === undefined ||
			list(schema.missingValues).every((value) => typeof value === 'string'),
		'missingValues'
	);
	for (const field of textsOf(schema.primaryKey))
		must(fieldNames.includes(field), `primary key ${field}`);
	for (const key of objects(schema.foreignKeys)) {
		const reference = isObject(key.reference) ? key.reference : {};
		const target = reference.resource;
		const other =
			target === '' || target === undefined ? resource : all.find((one) => one.name === target);
		const there = objects(isObject(other?.schema) ? other.schema.fields : []).map(
			(field) => field.name
		);
		const [from, to] = [textsOf(key.fields), textsOf(reference.fields)];
		must(other !== undefined, `foreign key to ${String(target)}`);
		must(from.length > 0 && from.length === to.length, 'a foreign key pairs no fields');
		must(
			from.every((field) => fieldNames.includes(field)),
			`foreign key from ${from.join()}`
		);
		must(
			to.every((field) => there.includes(field)),
			`foreign key to ${to.join()}`
		);
	}
	return faults;
}

const READS: Readonly<Record<string, (text: string) => boolean>> = {
	string: () => true,
	number: (text) => /^[-+]?\d+(\.\d+)?$/.test(text),
	integer: (text) => /^[-+]?\d+$/.test(text),
	boolean: (text) => ['true', 'True', 'TRUE', '1', 'false', 'False', 'FALSE', '0'].includes(text),
	date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
};

/**
 * Everything in the rows of a package's tables that their schema does not allow.
 * @param rowsOf a resource's rows, the header first
 */
export function rowFaults(
	descriptor: unknown,
	rowsOf: (path: string) => readonly (readonly string[])[]
): string[] {
	const resources = objects(isObject(descriptor) ? descriptor.resources : []);
	const read = new Map(resources.map((one) => [one.name, rowsOf(String(one.path))]));
	const column = (resource: unknown, field: string) => {
		const [header = [], ...rows] = read.get(resource) ?? [];
		return rows.map((row) => row[header.indexOf(field)] ?? '');
	};
	return resources.flatMap((resource) => {
		const schema = isObject(resource.schema) ? resource.schema : {};
		const fields = objects(schema.fields);
		const [header = []] = read.get(resource.name) ?? [];
		const faults: string[] = [];
		const must = (holds: boolean, fault: string) => {
			if (!holds) faults.push(`${String(resource.name)}: ${fault}`);
		};
		must(
			header.join() === fields.map((field) => field.name).join(),
			`the header is ${header.join()}`
		);
		for (const field of fields) {
			const constraints = isObject(field.constraints) ? field.constraints : {};
			const words = constraints.enum === undefined ? null : new Set(list(constraints.enum));
			for (const text of new Set(column(resource.name, String(field.name)))) {
				if (text === '') must(constraints.required !== true, `${String(field.name)} is empty`);
				else {
					must(READS[String(field.type)]?.(text) ?? false, `${String(field.name)}: "${text}"`);
					must(words?.has(text) ?? true, `${String(field.name)}: "${text}" is not in its enum`);
				}
			}
		}
		const key = textsOf(schema.primaryKey).map((field) => column(resource.name, field));
		const keys = (key[0] ?? []).map((_, row) => key.map((values) => values[row]).join('|'));
		must(new Set(keys).size === keys.length, 'two rows share a primary key');
		for (const foreign of objects(schema.foreignKeys)) {
			const reference = isObject(foreign.reference) ? foreign.reference : {};
			const [from = '', to = ''] = [textsOf(foreign.fields)[0], textsOf(reference.fields)[0]];
			const known = new Set(
				column(reference.resource === '' ? resource.name : reference.resource, to)
			);
			for (const value of new Set(column(resource.name, from)))
				must(value === '' || known.has(value), `${from}: "${value}" is nowhere`);
		}
		return faults;
	});
}
