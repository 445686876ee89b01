/** The languages of the product; the first is the original. */
export const LOCALES = ['id', 'en'] as const;

export type Locale = (typeof LOCALES)[number];
