import type { Locale } from './locale';

/** Digits in groups of three: `1.250.000`. Indonesian dots are read on English pages as well. */
const DOTS = /^\d{1,3}(\.\d{3})+$/;
const COMMAS = /^\d{1,3}(,\d{3})+$/;
/** In Indonesian one comma alone begins decimals: `1,250` is no whole number. */
const MANY_COMMAS = /^\d{1,3}(,\d{3}){2,}$/;

/** Empty cents, as an account statement has them. */
const CENTS: Record<Locale, RegExp> = { id: /,00?$/, en: /\.00?$/ };

/**
 * An amount of whole rupiah as people write it: `1250000`, `1.250.000`, `Rp 1.250.000,00`, `1,250,000`.
 * @returns null where it is none
 */
export function readRupiah(text: string, locale: Locale): number | null {
	const bare = text.replace(/[\s\u00a0]/g, '').replace(/^(-?)rp\.?/i, '$1');
	const negative = /^[-−]/.test(bare);
	const digits = bare.replace(/^[-−]/, '').replace(CENTS[locale], '');
	const grouped = DOTS.test(digits) || (locale === 'en' ? COMMAS : MANY_COMMAS).test(digits);
	const plain = grouped ? digits.replace(/[.,]/g, '') : digits;
	if (!/^\d+$/.test(plain)) return null;
	// However long, it is an amount: whether it is too large is for who reckons with it to say.
	const value = Math.min(Number(plain), Number.MAX_VALUE);
	return negative && value !== 0 ? -value : value;
}

/** A percentage: `30`, `12,5%`, `12.5`. @returns null where it is none */
export function readPercent(text: string): number | null {
	const bare = text
		.replace(/[\s\u00a0]/g, '')
		.replace(/%$/, '')
		.replace('−', '-');
	return /^-?\d+([.,]\d+)?$/.test(bare) ? Number(bare.replace(',', '.')) : null;
}
