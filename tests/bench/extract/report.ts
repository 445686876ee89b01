import { table } from '../table';
import type { Bytes } from './bytes';
import type { Taken } from './meter';
import type {
	Agreement,
	BareResult,
	BareStep,
	CellError,
	CoreVariant,
	OwnResult,
	OwnStep
} from './tasks';

const seconds = (value: number) => `${value.toFixed(1)} s`;
const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(2)} GB`;
const megabytes = (bytes: number | null) =>
	bytes === null ? '' : `${(bytes / 1e6).toFixed(2)} MB`;
const percent = (part: number, of: number) =>
	of === 0 ? '' : `${((100 * part) / of).toFixed(1)}%`;

const OWN_STEPS: readonly OwnStep[] = ['read', 'link', 'count', 'protect', 'audit', 'write'];
/** What bare SQL does too. */
const SHARED: readonly BareStep[] = ['read', 'link', 'count'];

function took(step: Taken | undefined): string[] {
	return step ? [seconds(step.seconds), seconds(step.cpu), gigabytes(step.peak)] : ['', '', ''];
}

/** What some steps took together. */
function together(steps: readonly (Taken | undefined)[]): Taken {
	return steps.reduce<Taken>(
		(sum, step) => ({
			seconds: sum.seconds + (step?.seconds ?? 0),
			cpu: sum.cpu + (step?.cpu ?? 0),
			peak: Math.max(sum.peak, step?.peak ?? 0)
		}),
		{ seconds: 0, cpu: 0, peak: 0 }
	);
}

export function timesText(own: OwnResult, bare: BareResult): string {
	const rows = OWN_STEPS.map((step) => [
		step,
		...took(own.steps[step]),
		...took(bare.steps[step as BareStep])
	]);
	const ours = together(SHARED.map((step) => own.steps[step]));
	const theirs = together(SHARED.map((step) => bare.steps[step]));
	const whole = together(
		OWN_STEPS.filter((step) => step !== 'audit').map((step) => own.steps[step])
	);
	return [
		table([
			['', 'this', 'processor', 'memory', 'bare DuckDB', 'processor', 'memory'],
			...rows,
			['read, link, count', ...took(ours), ...took(theirs)],
			['all but audit', ...took(whole)],
			['whole process', '', '', gigabytes(own.peak), '', '', gigabytes(bare.peak)]
		]),
		`  ratio of read, link and count: × ${(ours.seconds / theirs.seconds).toFixed(2)} by the clock, × ${(ours.cpu / theirs.cpu).toFixed(2)} by the processor (goal: at most 2)`
	].join('\n');
}

export function agreementText(found: readonly Agreement[]): string {
	return table([
		['same cells?', 'cells', 'different'],
		...found.map(({ cube, cells, different }) => [cube, String(cells), String(different)])
	]);
}

export function bytesText(found: readonly Bytes[]): string {
	return table([
		['bytes', 'files', 'raw', 'brotli 9'],
		...found.map(({ name, files, raw, brotli }) => [
			name,
			String(files),
			megabytes(raw),
			megabytes(brotli)
		])
	]);
}

export function coreText(found: readonly CoreVariant[]): string {
	return table([
		['core.duckdb laid out', 'raw', 'brotli 9', 'brotli 11'],
		...found.map(({ name, raw, brotli9, brotli11 }) => [
			name,
			megabytes(raw),
			megabytes(brotli9),
			megabytes(brotli11)
		])
	]);
}

export function errorsText(found: readonly CellError[]): string {
	return table([
		['error of', 'level', 'people', 'cells', 'mean', 'relative', 'withheld', 'people withheld'],
		...found.map((row) => [
			row.cube,
			row.level,
			row.size,
			String(row.cells),
			row.meanError?.toFixed(2) ?? '',
			row.meanRelative === null ? '' : `${(100 * row.meanRelative).toFixed(1)}%`,
			percent(row.withheld, row.cells),
			percent(row.peopleWithheld, row.people)
		])
	]);
}
