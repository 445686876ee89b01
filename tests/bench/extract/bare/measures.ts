/**
 * The measures of people, written by hand as an analyst would: one line each, over a table with a
 * row for each person and month. `beneficiaries_in`, `members_in` and `activities_in` say whether
 * that list of the person's regency reaches the month.
 */
export const PEOPLE = `
	pkh AND beneficiaries_in AS pkh,
	sembako AND beneficiaries_in AS sembako,
	assisted AND beneficiaries_in AS assisted,
	kmp AND members_in AS kmp,
	kmp AND assisted AND beneficiaries_in AND members_in AS kmp_assisted,
	kmp AND pkh AND beneficiaries_in AND members_in AS kmp_pkh,
	kmp AND NOT assisted AND beneficiaries_in AND members_in AS kmp_public,
	kmp_joined AND members_in AS kmp_joined,
	kmp_left AND members_in AS kmp_left,
	kmp AND kmp_transacted AND members_in AS kmp_active,
	kjmis AND members_in AS kjmis,
	kjmis AND assisted AND beneficiaries_in AND members_in AS kjmis_assisted,
	kjmis AND pkh AND beneficiaries_in AND members_in AS kjmis_pkh,
	kjmis AND NOT assisted AND beneficiaries_in AND members_in AS kjmis_public,
	kjmis_joined AND members_in AS kjmis_joined,
	kjmis_left AND members_in AS kjmis_left,
	kjmis AND kjmis_transacted AND members_in AS kjmis_active,
	koperasi_kampung AND members_in AS koperasi_kampung,
	koperasi_kampung AND assisted AND beneficiaries_in AND members_in AS koperasi_kampung_assisted,
	koperasi_kampung AND pkh AND beneficiaries_in AND members_in AS koperasi_kampung_pkh,
	koperasi_kampung AND NOT assisted AND beneficiaries_in AND members_in AS koperasi_kampung_public,
	koperasi_kampung_joined AND members_in AS koperasi_kampung_joined,
	koperasi_kampung_left AND members_in AS koperasi_kampung_left,
	koperasi_kampung AND koperasi_kampung_transacted AND members_in AS koperasi_kampung_active,
	pkh AND beneficiaries_in AS kmp_1,
	pkh AND poorer_half AND beneficiaries_in AS kmp_2,
	pkh AND poorer_half AND productive AND beneficiaries_in AS kmp_3,
	pkh AND poorer_half AND productive AND business AND beneficiaries_in AS kmp_4,
	pkh AND poorer_half AND productive AND business AND kmp
		AND beneficiaries_in AND members_in AS kmp_5,
	pkh AND poorer_half AND productive AND business AND kmp AND trained_member
		AND beneficiaries_in AND members_in AND activities_in AS kmp_6,
	pkh AND poorer_half AND productive AND business AND kmp AND trained_member AND kmp_transacted
		AND beneficiaries_in AND members_in AND activities_in AS kmp_7,
	pkh AND poorest_fifth AND productive AND beneficiaries_in AS trainable,
	ewarung_purchase AND activities_in AS ewarung,
	ewarung_purchase AND assisted AND beneficiaries_in AND activities_in AS ewarung_assisted,
	training AND activities_in AS training,
	mentoring AND activities_in AS mentoring,
	savings AND activities_in AS savings,
	shu AND activities_in AS shu,
	kube AND activities_in AS kube,
	prokus AND activities_in AS prokus,
	umi AND activities_in AS umi,
	mekaar AND activities_in AS mekaar,
	kur AND activities_in AS kur,
	market_access AND activities_in AS market_access,
	graduation AND activities_in AS graduation,
	mentored AND activities_in AS mentored,
	mentored AND assisted AND beneficiaries_in AND activities_in AS mentored_assisted,
	assisted AND NOT (in_group OR in_micro OR in_kur OR out)
		AND beneficiaries_in AND activities_in AS step_assistance,
	in_group AND NOT (in_micro OR in_kur OR out) AND activities_in AS step_group,
	in_micro AND NOT (in_kur OR out) AND activities_in AS step_micro,
	in_kur AND NOT out AND activities_in AS step_kur,
	out AND activities_in AS graduated`;

/** Names of {@link PEOPLE}, as DuckDB's COLUMNS takes them. */
export const NAMES: readonly string[] = [...PEOPLE.matchAll(/ AS (\w+)/g)].map(
	([, name]) => name ?? ''
);
