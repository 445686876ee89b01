import {
	ACTIVITIES,
	ASSISTANCE,
	type Activity,
	type Assistance,
	COOPERATIVE_PROGRAMMES,
	type CooperativeProgramme,
	type ListKind
} from '$lib/model/lists';

/** Words by which lists call a programme, lower case, one space; a word stands whole or at the start. */
const ASSISTANCE_WORDS: Readonly<Record<Assistance, RegExp>> = {
	pkh: /^(pkh|program keluarga harapan|keluarga harapan|family hope( programme| program)?|conditional cash transfer)\b/,
	sembako:
		/^(sembako|bpnt|program sembako|bantuan sembako|kartu sembako|bantuan pangan non tunai|sembako adaptif|food assistance|non cash food assistance|basic food( assistance| programme| program)?)\b/
};

const COOPERATIVE_WORDS: Readonly<Record<CooperativeProgramme, RegExp>> = {
	kmp: /^(kmp|kdmp|kdkmp|kkmp|kopdes|kopkel|koperasi merah putih|koperasi (desa|kelurahan)( desa| kelurahan)? merah putih|red (and|&) white cooperative|merah putih)\b/,
	kjmis:
		/^(kjmis|koperasi jasa|koperasi jasa masyarakat indonesia sejahtera|e warung|ewarung|koperasi kjmis)\b/,
	koperasi_kampung:
		/^(koperasi kampung|koperasi kampung prioritas|kampung|kampung cooperative|kk kampung)\b/
};

const ACTIVITY_WORDS: Readonly<Record<Activity, RegExp>> = {
	training:
		/^(training|trained|pelatihan|latihan|bimtek|bimbingan teknis|diklat|kursus|workshop)\b/,
	mentoring: /^(mentoring|mentored|mentor|pendampingan|didampingi|coaching|bimbingan(?! teknis))\b/,
	ewarung_purchase:
		/^((pem)?belanja(an)?( di)? e ?warung|pembelian( di)? e ?warung|belanja|e ?warung( purchase| shopping)?|purchase( at)?( an)? e ?warung|purchase)\b/,
	savings:
		/^(savings?|simpanan( pokok| wajib| sukarela)?|simpan|menabung|tabungan|setor simpanan)\b/,
	shu: /^(shu|sisa hasil usaha|pembagian shu|bagi hasil|dividend|share of (the )?surplus|surplus share)\b/,
	kube: /^(kube|kelompok usaha bersama|joint business group)\b/,
	prokus:
		/^(prokus|pro kus|program kewirausahaan sosial|kewirausahaan sosial|social entrepreneurship)\b/,
	umi: /^(umi|pembiayaan umi|ultra mikro|pembiayaan ultra mikro|kredit ultra mikro|ultra micro( credit| financing)?)\b/,
	mekaar: /^(mekaar|pnm( mekaar)?|pnm mekar|mekar)\b/,
	kur: /^(kur|kredit usaha rakyat|people s business credit)\b/,
	market_access:
		/^(market access|access to markets?|akses pasar|pemasaran|bazar|bazaar|pameran|marketing)\b/,
	graduation: /^(graduation|graduated|graduasi|lulus|wisuda|graduate|kpm graduasi)\b/
};

function plain(text: string): string {
	return text
		.toLowerCase()
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

function positionIn<Word extends string>(
	text: string,
	words: readonly Word[],
	forms: Readonly<Record<Word, RegExp>>
): number | null {
	const said = plain(text);
	const exact = words.findIndex((word) => plain(word) === said);
	if (exact >= 0) return exact;
	const meant = words.flatMap((word, at) => (forms[word].test(said) ? [at] : []));
	const [only] = meant;
	return only !== undefined && meant.length === 1 ? only : null;
}

function meaning(text: string, list: ListKind): number | null {
	switch (list) {
		case 'beneficiaries':
			return positionIn(text, ASSISTANCE, ASSISTANCE_WORDS);
		case 'members':
			return positionIn(text, COOPERATIVE_PROGRAMMES, COOPERATIVE_WORDS);
		case 'activities':
			return positionIn(text, ACTIVITIES, ACTIVITY_WORDS);
	}
}

/**
 * What a cell of the programme or activity column means, as its position in the closed list; null
 * where it means none of them, or two: `PKH dan sembako` has to be a row for each, while
 * `BPNT/Sembako` says one thing twice.
 */
export function wordOf(text: string, list: ListKind): number | null {
	const parts = text.split(/[+&;,/]|\b(?:dan|serta)\b/i).map((part) => meaning(part, list));
	const meant = new Set(parts.filter((part) => part !== null));
	if (meant.size > 1) return null;
	return meaning(text, list) ?? [...meant][0] ?? null;
}
