import { expect, it, vi } from 'vitest';
import { EngineError } from '$lib/engine/errors';
import { loadOnce } from '$lib/engine/load-once';

it('a part of the program is loaded when it is first needed, and once', async () => {
	const load = vi.fn(() => Promise.resolve('program'));
	const loaded = loadOnce(load);
	expect(load).not.toHaveBeenCalled();
	expect(await Promise.all([loaded(), loaded()])).toEqual(['program', 'program']);
	expect(load).toHaveBeenCalledTimes(1);
});

it('one that cannot be had is named as such, and tried again', async () => {
	const load = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')));
	const loaded = loadOnce<string>(load);
	const problem = { kind: 'program_offline' };
	await expect(loaded()).rejects.toMatchObject({ problem });
	await expect(loaded()).rejects.toBeInstanceOf(EngineError);
	expect(load).toHaveBeenCalledTimes(2);
});
