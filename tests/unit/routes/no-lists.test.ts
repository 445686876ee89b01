import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import MethodSection from '../../../src/routes/metode/MethodSection.svelte';
import { allMethods } from '../../../src/routes/metode/methods';
import Computed from '../../../src/routes/wilayah/[kode]/Computed.svelte';
import PriorityLists from '../../../src/routes/wilayah/[kode]/PriorityLists.svelte';

describe('a site without counts from lists', () => {
	it('says so of a place as it says anything else, and leads to how lists are linked', () => {
		const { body } = render(Computed, {
			props: { computed: null, lists: null, chart: '' }
		});
		expect(body).toContain('Situs ini dibangun tanpa hitungan dari daftar.');
		// As large as a figure stands what is found of a place, not what the site lacks.
		expect(body).not.toContain('class="large');
		expect(body).toContain('href="/data/#tertaut"');
	});

	it('says of a place outside the lists of others, loudly, whose lists they are', () => {
		const lists = { title: 'Daftar Jepara', publisher: 'Dinas Sosial Jepara' };
		const { body } = render(Computed, {
			props: { computed: null, lists, chart: '' } as never
		});
		expect(body).toContain('class="large');
		expect(body).toContain('Dinas Sosial Jepara');
	});

	it('names the pages of a method as those that use it only where they do', () => {
		const words = (id: 'corong' | 'laju', lists: boolean) =>
			render(MethodSection, { props: { method: allMethods(null)[id], lists } }).body;
		expect(words('corong', true)).toContain('Dipakai di:');
		expect(words('corong', false)).not.toContain('Dipakai di:');
		expect(words('corong', false)).toContain('yang belum ada di situs ini:');
		expect(words('laju', false)).toContain('Dipakai di:');
	});
});

describe('the priority lists of a province', () => {
	const list = (size: number) => ({
		...{ id: 'a', name: 'Daftar', size, own: 1, certainty: 'high' as const },
		source: { id: 's', publisher: 'Penerbit' }
	});
	const words = (size: number) =>
		render(PriorityLists, { props: { lists: [list(size)], closed: [], level: 'province' } }).body;

	it('tell how many of their members it has, but for a list of one', () => {
		expect(words(35)).toContain('1 dari 35 anggotanya');
		expect(words(1)).not.toContain('1 dari 1');
	});
});
