import { NAMES, PEOPLE } from './measures';

/** One statement of the bare way, and the step that its time belongs to. */
export interface BareStatement {
	step: 'read' | 'link' | 'count';
	sql: string;
}

export interface BareQuestion {
	/** Clean lists: see `clean.ts`. */
	files: Readonly<Record<'beneficiaries' | 'members' | 'activities' | 'reporting', string>>;
	/** First day of the first and of the last month. */
	from: string;
	until: string;
	/** Table in which regencies (numbers) stand beside the places that they are part of. */
	places: string;
}

function read({ files }: BareQuestion): string[] {
	return [
		`CREATE TABLE receipt AS FROM read_csv('${files.beneficiaries}', header = true, columns = {
			nik: BIGINT, no_kk: BIGINT, programme: VARCHAR, region: USMALLINT, decile: UTINYINT,
			birth: DATE, woman: BOOLEAN, first: DATE, last: DATE, business: BOOLEAN})`,
		// Rows that say the same membership twice are one, or people would join twice.
		`CREATE TABLE membership AS
			SELECT nik, cooperative, programme, max(region) AS region,
				CASE WHEN count(joined) = count(*) THEN min(joined) END AS joined,
				CASE WHEN count(gone) = count(*) THEN max(gone) END AS gone,
				max(last_transaction) AS last_transaction
			FROM read_csv('${files.members}', header = true, columns = {
				nik: BIGINT, cooperative: VARCHAR, programme: VARCHAR, region: USMALLINT, joined: DATE,
				gone: DATE, last_transaction: DATE})
			GROUP BY nik, cooperative, programme`,
		`CREATE TABLE activity AS FROM read_csv('${files.activities}', header = true, columns = {
			nik: BIGINT, kind: VARCHAR, day: DATE, cooperative: VARCHAR})`,
		`CREATE TABLE reporting AS FROM read_csv('${files.reporting}', header = true, columns = {
			region: USMALLINT, beneficiaries: DATE, members: DATE, activities: DATE})`
	];
}

/** One row a person: where they live, and what does not change from month to month. */
function link({ from, until }: BareQuestion): string[] {
	const born = `make_date(
		(CASE WHEN nik // 10000 % 100 > 25 THEN 1900 ELSE 2000 END + nik // 10000 % 100)::INTEGER,
		(nik // 1000000 % 100)::INTEGER, ((nik // 100000000 % 100 - 1) % 40 + 1)::INTEGER)`;
	return [
		`CREATE TABLE month AS
			SELECT range::DATE AS month, last_day(range::DATE) AS last_day
			FROM range(DATE '${from}', DATE '${until}' + INTERVAL 1 DAY, INTERVAL 1 MONTH)`,
		`CREATE TABLE person AS
			WITH beneficiary AS (SELECT nik, max(region) AS region, max(decile) AS decile,
					max(birth) AS birth, bool_or(woman) AS woman, bool_or(business) AS business
					FROM receipt GROUP BY nik),
				member AS (SELECT nik, arg_max(region, coalesce(joined, DATE '0001-01-01')) AS region,
					min(coalesce(joined, DATE '0001-01-01')) FILTER (programme = 'kmp') AS joined_kmp
					FROM membership GROUP BY nik),
				participant AS (SELECT nik,
					date_trunc('month', min(day) FILTER (kind = 'mentoring')) AS mentored_since,
					date_trunc('month', min(day) FILTER (kind IN ('kube', 'prokus'))) AS group_since,
					date_trunc('month', min(day) FILTER (kind IN ('umi', 'mekaar'))) AS micro_since,
					date_trunc('month', min(day) FILTER (kind = 'kur')) AS kur_since,
					date_trunc('month', min(day) FILTER (kind = 'graduation')) AS out_since
					FROM activity GROUP BY nik),
				trained AS (SELECT nik, date_trunc('month', min(day)) AS trained_since
					FROM activity JOIN member USING (nik)
					WHERE kind = 'training' AND day >= joined_kmp GROUP BY nik)
			SELECT nik, coalesce(beneficiary.region, member.region, nik // 1000000000000)::USMALLINT AS region,
				coalesce(decile, 0)::UTINYINT AS decile,
				CASE WHEN coalesce(woman, nik // 100000000 % 100 > 40) THEN 2 ELSE 1 END::UTINYINT AS sex,
				coalesce(birth, ${born}) AS birth, coalesce(business, false) AS business,
				mentored_since, group_since, micro_since, kur_since, out_since, trained_since
			FROM beneficiary FULL JOIN member USING (nik) FULL JOIN participant USING (nik)
				LEFT JOIN trained USING (nik)`
	];
}

const ACTIVE = 'last_day - day BETWEEN 0 AND 90';
const KINDS = [
	'training',
	'mentoring',
	'ewarung_purchase',
	'savings',
	'shu',
	'kube',
	'prokus',
	'umi',
	'mekaar',
	'kur',
	'market_access',
	'graduation'
];
const PROGRAMMES = ['kmp', 'kjmis', 'koperasi_kampung'];

/** One row for each person and month, with every fact that a measure needs. */
function personMonth(): string[] {
	const each = (one: (name: string) => string, names: readonly string[]) =>
		names.map(one).join(', ');
	const member = each(
		(name) => `bool_or(programme = '${name}' AND (joined IS NULL OR joined <= last_day)
				AND (gone IS NULL OR gone > last_day)) AS ${name},
			bool_or(programme = '${name}' AND joined BETWEEN month AND last_day) AS ${name}_joined,
			bool_or(programme = '${name}' AND gone BETWEEN month AND last_day) AS ${name}_left,
			bool_or(programme = '${name}' AND last_day - last_transaction BETWEEN 0 AND 90)
				AS ${name}_used`,
		PROGRAMMES
	);
	const bought = each(
		(name) => `bool_or(programme IS NULL OR programme = '${name}') AS ${name}_bought`,
		PROGRAMMES
	);
	const facts = [
		'pkh',
		'sembako',
		...PROGRAMMES.flatMap((name) => [name, `${name}_joined`, `${name}_left`]),
		...KINDS
	];
	return [
		`CREATE TABLE assisted_month AS
			SELECT nik, month, bool_or(programme = 'pkh') AS pkh, bool_or(programme = 'sembako') AS sembako
			FROM receipt JOIN month ON month >= coalesce(first, DATE '0001-01-01')
				AND month <= coalesce(last, DATE '9999-12-31')
			GROUP BY ALL`,
		`CREATE TABLE member_month AS
			SELECT nik, month, ${member} FROM membership, month GROUP BY ALL`,
		`CREATE TABLE event_month AS
			SELECT nik, date_trunc('month', day) AS month,
				${each((name) => `bool_or(kind = '${name}') AS ${name}`, KINDS)}
			FROM activity GROUP BY ALL`,
		`CREATE TABLE bought_month AS
			SELECT nik, month, ${bought}
			FROM activity JOIN month ON ${ACTIVE}
				LEFT JOIN (SELECT cooperative, any_value(programme) AS programme FROM membership GROUP BY ALL)
					USING (cooperative)
			WHERE kind IN ('ewarung_purchase', 'savings') GROUP BY ALL`,
		`CREATE TABLE person_month AS
			SELECT nik, month, region, decile, sex, birth,
				${each((name) => `coalesce(${name}, false) AS ${name}`, facts)},
				coalesce(pkh OR sembako, false) AS assisted,
				${each((name) => `coalesce(${name}_used, false) OR coalesce(${name}_bought, false) AS ${name}_transacted`, PROGRAMMES)},
				decile BETWEEN 1 AND 2 AS poorest_fifth, decile BETWEEN 1 AND 5 AS poorer_half, business,
				date_sub('year', birth, last_day) BETWEEN 15 AND 64 AS productive,
				date_sub('year', birth, last_day) AS age,
				coalesce(mentored_since <= month, false) AS mentored,
				coalesce(group_since <= month, false) AS in_group,
				coalesce(micro_since <= month, false) AS in_micro,
				coalesce(kur_since <= month, false) AS in_kur,
				coalesce(out_since <= month, false) AS out,
				coalesce(trained_since <= month, false) AS trained_member,
				coalesce(month <= beneficiaries, false) AS beneficiaries_in,
				coalesce(month <= members, false) AS members_in,
				coalesce(month <= activities, false) AS activities_in
			FROM person CROSS JOIN month JOIN reporting USING (region)
				LEFT JOIN assisted_month USING (nik, month) LEFT JOIN member_month USING (nik, month)
				LEFT JOIN event_month USING (nik, month) LEFT JOIN bought_month USING (nik, month)`
	];
}

const BAND = (age: string) => `(CASE WHEN ${age} < 15 THEN 1 WHEN ${age} < 25 THEN 2
	WHEN ${age} < 45 THEN 3 WHEN ${age} < 65 THEN 4 ELSE 5 END)::UTINYINT`;

const COUNTS = NAMES.map((name) => `count_if(${name}) AS ${name}`).join(', ');

const SUMS = NAMES.map((name) => `sum(${name})::BIGINT AS ${name}`).join(', ');

interface BareCube {
	cube: string;
	from: string;
	period: string;
	/** Dimensions beside place, period and measure; NULL is all of them together. */
	group: string;
	sets: readonly string[];
}

/** The cells of a cube from counts by regency: every place that a regency is part of, one measure a row. */
function cells({ cube, from, period, group, sets }: BareCube, places: string): string {
	const grouped = sets.map((set) => `(region, ${period}${set})`).join(', ');
	return `CREATE TABLE ${cube} AS
		WITH counted AS (SELECT region AS regency, ${period}${group}, ${SUMS}
				FROM ${from} GROUP BY GROUPING SETS (${grouped})),
			placed AS (SELECT place, ${period}${group}, ${SUMS}
				FROM counted JOIN ${places} USING (regency) GROUP BY ALL)
		SELECT * FROM (UNPIVOT placed ON ${NAMES.join(', ')} INTO NAME measure VALUE n) WHERE n > 0`;
}

const MONTHLY = { from: 'by_month', period: 'month' };
const CUBES: readonly BareCube[] = [
	{ ...MONTHLY, cube: 'k1', group: '', sets: [''] },
	{ ...MONTHLY, cube: 'k2', group: ', decile', sets: [', decile'] },
	{ ...MONTHLY, cube: 'k3', group: ', sex, age', sets: [', sex', ', age', ', sex, age'] },
	{
		cube: 'k4',
		from: 'by_year',
		period: 'year',
		group: ', decile, sex, age',
		sets: [
			'',
			', decile',
			', sex',
			', age',
			', decile, sex',
			', decile, age',
			', sex, age',
			', decile, sex, age'
		]
	}
];

/** Families are counted by the number of their card; they have a decile, and neither sex nor age. */
function familyCells(places: string): string[] {
	const sums = (table: string, period: string, sets: string, cube: string, group: string) =>
		`INSERT INTO ${cube} BY NAME
			WITH counted AS (SELECT ${period}, region AS regency, ${group}count_if(pkh) AS pkh_families,
					count_if(sembako) AS sembako_families FROM ${table} GROUP BY GROUPING SETS (${sets})),
				placed AS (SELECT place, ${period}, ${group}sum(pkh_families)::BIGINT AS pkh_families,
					sum(sembako_families)::BIGINT AS sembako_families
					FROM counted JOIN ${places} USING (regency) GROUP BY ALL)
			SELECT * FROM (UNPIVOT placed ON pkh_families, sembako_families INTO NAME measure VALUE n)
			WHERE n > 0`;
	return [
		`CREATE TABLE family AS SELECT no_kk, max(region) AS region, coalesce(max(decile), 0) AS decile
			FROM receipt WHERE no_kk IS NOT NULL GROUP BY no_kk`,
		`CREATE TABLE family_month AS
			SELECT no_kk, month, any_value(family.region) AS region, any_value(family.decile) AS decile,
				bool_or(programme = 'pkh') AS pkh, bool_or(programme = 'sembako') AS sembako
			FROM receipt JOIN family USING (no_kk) JOIN reporting ON reporting.region = family.region
				JOIN month ON month >= coalesce(first, DATE '0001-01-01')
					AND month <= coalesce(last, DATE '9999-12-31') AND month <= beneficiaries
			GROUP BY ALL`,
		`CREATE TABLE family_year AS
			SELECT no_kk, year(month) AS year, any_value(region) AS region, any_value(decile) AS decile,
				bool_or(pkh) AS pkh, bool_or(sembako) AS sembako
			FROM family_month GROUP BY ALL`,
		sums('family_month', 'month', '(region, month)', 'k1', ''),
		sums('family_month', 'month', '(region, month, decile)', 'k2', 'decile, '),
		sums('family_year', 'year', '(region, year), (region, year, decile)', 'k4', 'decile, ')
	];
}

function count({ places }: BareQuestion): string[] {
	return [
		...personMonth(),
		`CREATE TABLE by_month AS
			SELECT region, month, decile, sex, age, ${COUNTS}
			FROM (SELECT region, month, decile, sex, ${BAND('age')} AS age, ${PEOPLE} FROM person_month)
			GROUP BY ALL`,
		`CREATE TABLE by_year AS
			SELECT region, year, decile, sex, age, ${COUNTS}
			FROM (SELECT nik, year(month) AS year, any_value(region) AS region, any_value(decile) AS decile,
					any_value(sex) AS sex, any_value(age) AS age,
					${NAMES.map((name) => `bool_or(${name}) AS ${name}`).join(', ')}
				FROM (SELECT nik, month, region, decile, sex,
						${BAND(`date_sub('year', birth, make_date(year(month), 12, 31))`)} AS age, ${PEOPLE}
					FROM (SELECT * REPLACE (${PROGRAMMES.map((name) => `${name} OR ${name}_left AS ${name}`).join(', ')})
						FROM person_month))
				GROUP BY nik, year(month))
			GROUP BY ALL`,
		...CUBES.map((cube) => cells(cube, places)),
		...familyCells(places)
	];
}

/** The same cells by plain SQL: lists in, tables k1 … k4 out. No disguise, no keys, no checks. */
export function bareStatements(question: BareQuestion): BareStatement[] {
	const of = (step: BareStatement['step'], statements: string[]) =>
		statements.map((sql) => ({ step, sql }));
	return [
		...of('read', read(question)),
		...of('link', link(question)),
		...of('count', count(question))
	];
}
