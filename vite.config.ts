import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** An entry beside SvelteKit's own, for pages without a program; they know it by this name. */
const menuOfStillCharts: Plugin = {
	name: 'menu-of-still-charts',
	apply: 'build',
	buildStart() {
		if (this.environment.name === 'client')
			this.emitFile({ type: 'chunk', id: 'src/lib/menu/doors.ts', fileName: '_app/menu.js' });
	}
};

/** The model is plain values: a page that needs none of a module's loads none of it. */
const modelHasNoEffects: Plugin = {
	name: 'model-has-no-effects',
	transform: {
		filter: { id: /\/src\/lib\/model\// },
		handler: () => ({ moduleSideEffects: false })
	}
};

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './src/lib/i18n/project.inlang',
			outdir: './src/lib/i18n/paraglide',
			strategy: ['url', 'baseLocale']
		}),
		sveltekit(),
		menuOfStillCharts,
		modelHasNoEffects
	],
	// Inlined assets become data: addresses, which the content security policy refuses.
	build: { assetsInlineLimit: 0, target: 'es2022' },
	optimizeDeps: { exclude: ['@duckdb/duckdb-wasm'] },
	ssr: { external: ['@duckdb/node-api'] },
	test: {
		include: ['tests/{unit,data,lint}/**/*.test.ts'],
		environment: 'node',
		// On two cores only one would be used; and what takes long alone takes longer beside another.
		maxWorkers: 2,
		// Each file importing everything anew took a third of the time; no test counts on a module being new.
		isolate: false,
		testTimeout: 120_000,
		hookTimeout: 120_000
	}
});
