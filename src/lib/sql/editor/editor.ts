import {
	autocompletion,
	closeBrackets,
	closeBracketsKeymap,
	closeCompletion,
	completionKeymap
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { lintKeymap, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, drawSelection, keymap, lineNumbers } from '@codemirror/view';
import type { KnownFunction, KnownTable } from '../known';
import { language } from './language';
import { look } from './look';

export interface EditorOptions {
	/** Empty; styles are adopted by it, since the page's policy lets none be written into the page. */
	root: ShadowRoot;
	text: string;
	label: string;
	/** Said after the label: which keys run and which leave. */
	description: string;
	/** CodeMirror's own words in the page's language. */
	phrases: Readonly<Record<string, string>>;
	onchange: (text: string) => void;
	onrun: () => void;
}

export interface SqlEditor {
	text(): string;
	/** Replaces all; the step can be undone. */
	write(text: string): void;
	/** Puts a name where the cursor is. */
	insert(text: string): void;
	know(tables: readonly KnownTable[], functions: readonly KnownFunction[]): void;
	/** Marks a place; null takes the mark away. */
	mark(place: { from: number; to: number; message: string } | null): void;
	focus(at?: number): void;
	destroy(): void;
}

/**
 * An editor of SQL. Who only passes by with Tab is not held: Tab indents once something has been typed
 * or touched here, and Escape and then Tab leaves, as CodeMirror has it.
 */
export function openEditor(options: EditorOptions): SqlEditor {
	const { root, label, description, onchange, onrun } = options;
	const known = new Compartment();
	const run = (editor: EditorView) => {
		// What it would have suggested lies over the answer.
		closeCompletion(editor);
		onrun();
		return true;
	};
	const view = new EditorView({
		root,
		parent: root,
		state: EditorState.create({
			doc: options.text,
			extensions: [
				// Before all others: Enter alone makes a line.
				keymap.of([{ key: 'Mod-Enter', run, preventDefault: true }]),
				lineNumbers(),
				history(),
				drawSelection(),
				bracketMatching(),
				closeBrackets(),
				autocompletion({ icons: false }),
				EditorView.lineWrapping,
				EditorState.phrases.of(options.phrases),
				EditorView.contentAttributes.of({
					// What can be typed into can be reached by keys; not every checker knows.
					tabindex: '0',
					'aria-label': `${label}. ${description}`,
					spellcheck: 'false',
					autocapitalize: 'off',
					autocorrect: 'off'
				}),
				keymap.of([
					...closeBracketsKeymap,
					...completionKeymap,
					...historyKeymap,
					...lintKeymap,
					...defaultKeymap,
					indentWithTab
				]),
				known.of(language([], [])),
				look,
				EditorView.domEventHandlers({
					beforeinput: (_, editor) => editor.setTabFocusMode(false),
					pointerdown: (_, editor) => editor.setTabFocusMode(false),
					blur: (_, editor) => editor.setTabFocusMode(true)
				}),
				EditorView.updateListener.of((update) => {
					if (update.docChanged) onchange(update.state.doc.toString());
				})
			]
		})
	});
	view.setTabFocusMode(true);
	return {
		text: () => view.state.doc.toString(),
		write(text) {
			view.dispatch({
				changes: { from: 0, to: view.state.doc.length, insert: text },
				selection: { anchor: 0 }
			});
		},
		insert(text) {
			view.dispatch(view.state.replaceSelection(text));
			view.focus();
		},
		know(tables, functions) {
			view.dispatch({ effects: known.reconfigure(language(tables, functions)) });
		},
		mark(place) {
			const { length } = view.state.doc;
			const marks =
				place === null
					? []
					: [
							{
								from: Math.min(place.from, length),
								to: Math.min(place.to, length),
								message: place.message,
								severity: 'error' as const
							}
						];
			view.dispatch(setDiagnostics(view.state, marks));
			if (place !== null)
				view.dispatch({
					selection: { anchor: Math.min(place.from, length) },
					scrollIntoView: true
				});
		},
		focus(at) {
			if (at !== undefined)
				view.dispatch({ selection: { anchor: Math.min(at, view.state.doc.length) } });
			view.focus();
		},
		destroy: () => view.destroy()
	};
}
