import { RuleTester } from 'eslint';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { floors, MAY_IMPORT, roomImported, roomOf } from './floors.js';

RuleTester.describe = describe;
RuleTester.it = it;
const tester = new RuleTester({ languageOptions: { ecmaVersion: 2022, sourceType: 'module' } });

/** A file of the house, as ESLint sees it. */
function file(name: string, code: string) {
	return { name: `${name}: ${code}`, filename: path.join(process.cwd(), name), code };
}

tester.run('imports go down the floors', floors, {
	valid: [
		file('src/routes/+page.ts', "import { a } from '$lib/query/series'"),
		file('src/routes/+page.ts', "import { page } from '$app/state'"),
		file('src/lib/state/url.ts', "import { page } from '$app/state'"),
		file('src/lib/query/series.ts', "import { a } from '$lib/engine/engine'"),
		file('src/lib/query/series.ts', "import { a } from '../model/figure'"),
		file('src/lib/chart/line.ts', "import { a } from './option'"),
		file('src/lib/chart/line.ts', "import { a } from 'echarts/core'"),
		file('data/publish/build.ts', "import { a } from '$lib/engine/node'"),
		file('tests/unit/a.test.ts', "import { a } from '../../data/site/server'")
	],
	invalid: [
		{
			...file('src/lib/model/figure.ts', "import { a } from '$lib/i18n/format'"),
			errors: [{ messageId: 'floor' }]
		},
		{
			...file('src/lib/engine/browser.ts', "import { a } from '$lib/query/series'"),
			errors: [{ messageId: 'floor' }]
		},
		{
			...file('src/lib/query/series.ts', "import { a } from '../read/csv'"),
			errors: [{ messageId: 'floor' }]
		},
		{
			...file('src/lib/ui/Button.ts', "export { a } from '$lib/chart/line'"),
			errors: [{ messageId: 'floor' }]
		},
		{
			...file('src/lib/ui/Button.ts', "export * from '$lib/state/url'"),
			errors: [{ messageId: 'floor' }]
		},
		{
			...file('src/lib/chart/load.ts', "const a = import('../../routes/page')"),
			errors: [{ messageId: 'floor' }]
		},
		{
			...file('src/lib/ui/Button.ts', "import { page } from '$app/state'"),
			errors: [{ messageId: 'app' }]
		},
		{
			...file('src/routes/+page.ts', "import { a } from '../../data/publish/build'"),
			errors: [{ messageId: 'data' }]
		},
		{
			...file('src/lib/query/series.ts', "import { a } from '../../../tests/support/a'"),
			errors: [{ messageId: 'data' }]
		}
	]
});

describe('the floors', () => {
	it('let no room import from one that imports from it', () => {
		for (const [room, below] of Object.entries(MAY_IMPORT))
			for (const other of below) expect(MAY_IMPORT[other] ?? []).not.toContain(room);
	});

	it('give a file to the room whose folder it lies in', () => {
		expect(roomOf('src/lib/query/series.ts')).toBe('query');
		expect(roomOf('src/hooks.ts')).toBe('routes');
		expect(roomOf('vite.config.ts')).toBeNull();
		expect(roomImported('src/lib/query/series.ts', 'apache-arrow')).toBeNull();
	});
});
