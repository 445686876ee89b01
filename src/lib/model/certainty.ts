/** How sure the project is that a row says what its source said. */
export const CERTAINTIES = ['high', 'medium', 'low'] as const;

export type Certainty = (typeof CERTAINTIES)[number];

export function isCertainty(text: string): text is Certainty {
	return (CERTAINTIES as readonly string[]).includes(text);
}
