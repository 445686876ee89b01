/** A published work, as its own title page has it: in no language of ours. */
export interface Reference {
	authors: string;
	title: string;
	/** Journal or publisher, and where in it. */
	in: string;
	year: number;
	/** Language of the title. */
	lang: 'en' | 'id';
}

const STATISTICS_IN_MEDICINE = 'Statistics in Medicine';
const AMERICAN_ASSOCIATION = 'Journal of the American Statistical Association';

export const REFERENCES = {
	fraser: {
		authors: 'Fraser, B.; Wooton, J.',
		title: 'A proposed method for confidentialising tabular output to protect against differencing',
		in: 'Joint UNECE/Eurostat work session on statistical data confidentiality',
		year: 2005,
		lang: 'en'
	},
	hundepool: {
		authors: 'Hundepool, A., et al.',
		title: 'Statistical Disclosure Control',
		in: 'Section 5.4, Wiley',
		year: 2012,
		lang: 'en'
	},
	wilson: {
		authors: 'Wilson, E. B.',
		title: 'Probable inference, the law of succession, and statistical inference',
		in: `${AMERICAN_ASSOCIATION} 22, 209–212`,
		year: 1927,
		lang: 'en'
	},
	newcombe: {
		authors: 'Newcombe, R. G.',
		title: 'Two-sided confidence intervals for the single proportion: comparison of seven methods',
		in: `${STATISTICS_IN_MEDICINE} 17, 857–872`,
		year: 1998,
		lang: 'en'
	},
	sidak: {
		authors: 'Šidák, Z.',
		title: 'Rectangular confidence regions for the means of multivariate normal distributions',
		in: `${AMERICAN_ASSOCIATION} 62, 626–633`,
		year: 1967,
		lang: 'en'
	},
	schenker: {
		authors: 'Schenker, N.; Gentleman, J. F.',
		title:
			'On judging the significance of differences by examining the overlap between confidence intervals',
		in: 'The American Statistician 55, 182–186',
		year: 2001,
		lang: 'en'
	},
	spiegelhalter: {
		authors: 'Spiegelhalter, D. J.',
		title: 'Funnel plots for comparing institutional performance',
		in: `${STATISTICS_IN_MEDICINE} 24, 1185–1202`,
		year: 2005,
		lang: 'en'
	},
	klein: {
		authors: 'Klein, M.; Wright, T.; Wieczorek, J.',
		title: 'A joint confidence region for an overall ranking of populations',
		in: 'Journal of the Royal Statistical Society C 69, 589–606',
		year: 2020,
		lang: 'en'
	},
	fleiss: {
		authors: 'Fleiss, J. L.; Levin, B.; Paik, M. C.',
		title: 'Statistical Methods for Rates and Proportions',
		in: 'Chapter 19, Wiley',
		year: 2003,
		lang: 'en'
	},
	kitagawa: {
		authors: 'Kitagawa, E. M.',
		title: 'Components of a difference between two rates',
		in: `${AMERICAN_ASSOCIATION} 50, 1168–1194`,
		year: 1955,
		lang: 'en'
	},
	kakwani: {
		authors: 'Kakwani, N.; Wagstaff, A.; van Doorslaer, E.',
		title:
			'Socioeconomic inequalities in health: measurement, computation, and statistical inference',
		in: 'Journal of Econometrics 77, 87–103',
		year: 1997,
		lang: 'en'
	},
	odonnell: {
		authors: 'O’Donnell, O.; van Doorslaer, E.; Wagstaff, A.; Lindelow, M.',
		title: 'Analyzing Health Equity Using Household Survey Data',
		in: 'Chapter 8, World Bank',
		year: 2008,
		lang: 'en'
	},
	law: {
		authors: 'Republik Indonesia',
		title: 'Undang-Undang Nomor 25 Tahun 1992 tentang Perkoperasian',
		in: 'Pasal 5, 45',
		year: 1992,
		lang: 'id'
	},
	balinski: {
		authors: 'Balinski, M. L.; Young, H. P.',
		title: 'Fair Representation',
		in: 'Yale University Press',
		year: 1982,
		lang: 'en'
	}
} as const satisfies Record<string, Reference>;
