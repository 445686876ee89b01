import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, writePlaces } from '../../../data/demo/database';
import { COMBINATIONS } from '../../../data/demo/numbers';
import { peopleSql } from '../../../data/demo/people';
import { type Place } from '../../../data/demo/places';

/** So many that birthdays alone tell many of them apart from others with the same district and serial. */
const PEOPLE = 20 * COMBINATIONS;
const period = { first: 2024 * 12, last: 2025 * 12 + 11 };
const place: Place = {
	code: '35.09',
	formerCode: null,
	start: 0,
	people: PEOPLE,
	groups: 20,
	pkhShare: 0.5,
	publicShare: 0.05,
	kmpShare: 0.03,
	kmpCooperatives: 2,
	kampung: []
};

const scratch = mkdtempSync(path.join(tmpdir(), 'demo-numbers-'));
let database: Awaited<ReturnType<typeof openDatabase>>;

beforeAll(async () => {
	database = await openDatabase(scratch, undefined);
	await writePlaces(database.connection, [place], [], period, 4_711);
	await database.connection.run(peopleSql(0, PEOPLE, period, 1n));
});
afterAll(() => {
	database.connection.closeSync();
	database.instance.closeSync();
	rmSync(scratch, { recursive: true });
});

async function one(sql: string): Promise<Record<string, unknown>> {
	const reader = await database.connection.runAndReadAll(sql);
	return reader.getRowObjects()[0] ?? {};
}

describe('the numbers of a regency with more people than districts and serials', () => {
	it('are one for each person, and one for each family with a card', async () => {
		const counted = await one(`SELECT count(DISTINCT nik) AS niks, count(*) AS people,
			count(DISTINCT family_card) FILTER (NOT outside) AS cards,
			count(DISTINCT fk) FILTER (NOT outside AND family_card IS NOT NULL) AS families
			FROM person`);
		expect(Number(counted.people)).toBe(PEOPLE);
		expect(Number(counted.niks)).toBe(PEOPLE);
		expect(counted.cards).toBe(counted.families);
	});

	it('have sixteen digits, a district from 01 to 30 and a serial of 9000 or more', async () => {
		const wrong = await one(`SELECT count(*) AS rows FROM person WHERE
			NOT regexp_full_match(nik::VARCHAR, '3509(0[1-9]|[12][0-9]|30)[0-9]{6}9[0-9]{3}')`);
		expect(Number(wrong.rows)).toBe(0);
	});

	it('leave birthdays spread over the year', async () => {
		const spread = await one(`SELECT count(DISTINCT strftime(birth, '%m-%d')) AS days,
			min(people) AS fewest, max(people) AS most
			FROM (SELECT birth, count(*) OVER (PARTITION BY month(birth)) AS people FROM person)`);
		expect(Number(spread.days)).toBe(12 * 28);
		expect(Number(spread.fewest)).toBeGreaterThan(0.8 * Number(spread.most));
	});
});
