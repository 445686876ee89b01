import { expect, it } from 'vitest';
import { placesToFind } from '../../../src/routes/wilayah/names.server';
import { profileOf } from '../../../src/routes/wilayah/[kode]/profile.server';

it('every place has a profile in which withheld is never zero, and peers that are not itself', async () => {
	const places = await placesToFind('id');
	expect(places).toHaveLength(552);
	for (const { code } of places) {
		const { computed, peersByPopulation, peersByPoverty } = await profileOf(code, 'id');
		expect(peersByPopulation).toHaveLength(6);
		expect([...peersByPopulation, ...peersByPoverty].map((peer) => peer.code)).not.toContain(code);
		for (const { figure } of [...(computed?.steps ?? []), ...(computed?.ladder ?? [])])
			if (figure.state === 'withheld') expect(figure.value).toBeNull();
	}
});
