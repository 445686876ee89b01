import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The colours of the site, also of its dark theme: variables reach into the shadow root. */
export const look = [
	EditorView.theme({
		'&': { color: 'var(--ink)', backgroundColor: 'var(--paper-raised)', fontSize: '0.95rem' },
		// The element around the shadow root has the mark of focus.
		'&.cm-focused': { outline: 'none' },
		'.cm-scroller': {
			fontFamily: 'ui-monospace, "Cascadia Mono", "Liberation Mono", Menlo, monospace',
			lineHeight: '1.5',
			minHeight: '11rem',
			maxHeight: '60vh',
			overflow: 'auto'
		},
		'.cm-content': { caretColor: 'var(--accent)', padding: '8px 0' },
		'.cm-cursor': { borderLeftColor: 'var(--accent)' },
		'&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
			{ backgroundColor: 'var(--accent-soft)' },
		'.cm-gutters': {
			color: 'var(--ink-soft)',
			backgroundColor: 'var(--paper-raised)',
			borderRight: '1px solid var(--rule)'
		},
		'.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
		'.cm-tooltip': {
			color: 'var(--ink)',
			backgroundColor: 'var(--paper-raised)',
			border: '1px solid var(--rule)'
		},
		'.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '4px 8px' },
		'.cm-tooltip-autocomplete ul li[aria-selected]': {
			color: 'var(--accent-ink)',
			backgroundColor: 'var(--accent)'
		},
		'.cm-completionDetail': { color: 'inherit', opacity: '0.8' },
		'.cm-lintRange-error': {
			backgroundImage: 'none',
			textDecoration: 'underline wavy var(--category-2)',
			textUnderlineOffset: '3px'
		},
		'.cm-diagnostic': { color: 'var(--ink)', borderLeftColor: 'var(--category-2)' }
	}),
	syntaxHighlighting(
		HighlightStyle.define([
			{ tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
			{ tag: [tags.string, tags.special(tags.string)], color: 'var(--category-2)' },
			{ tag: [tags.number, tags.bool, tags.null], color: 'var(--category-6)' },
			{ tag: [tags.lineComment, tags.blockComment], color: 'var(--ink-soft)', fontStyle: 'italic' },
			{ tag: tags.typeName, color: 'var(--category-3)' }
		])
	)
];
