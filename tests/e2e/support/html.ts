import type { APIRequestContext } from '@playwright/test';
import { findAll, getAttributeValue, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';

type Html = ReturnType<typeof parseDocument>;
type Element = ReturnType<typeof findAll>[number];

export type { Element };

/** A page as the server sends it, before any script has run. */
export interface SentPage {
	status: number;
	text: string;
	headers: Record<string, string>;
	document: Html;
}

export async function fetchPage(request: APIRequestContext, address: string): Promise<SentPage> {
	const response = await request.get(address);
	const text = await response.text();
	return {
		status: response.status(),
		text,
		headers: response.headers(),
		document: parseDocument(text)
	};
}

export function elements(document: Html, name: string): Element[] {
	return findAll((element) => element.name === name, document.children);
}

export function attribute(element: Element, name: string): string | null {
	return getAttributeValue(element, name) ?? null;
}

export function textOf(element: Element): string {
	return textContent(element).replace(/\s+/g, ' ').trim();
}

export function idsIn(document: Html): Set<string> {
	return new Set(
		findAll((element) => element.attribs['id'] !== undefined, document.children).map(
			(element) => element.attribs['id'] ?? ''
		)
	);
}
