import type { Statements } from './statements';

export interface ListProgress {
	/** File being read; its name without folders. */
	file: string;
	/** Rows and bytes of all files that are read so far. */
	rows: number;
	bytes: number;
	totalBytes: number;
}

const OFTEN = 250;

/** Runs the work, and meanwhile says every so often what part of it DuckDB has done, from 0 to 1. */
export async function watched(
	{ connection }: Statements,
	say: (part: number) => void,
	work: () => Promise<void>
): Promise<void> {
	const timer = setInterval(() => {
		const { percentage } = connection.progress;
		if (percentage > 0) say(Math.min(1, percentage / 100));
	}, OFTEN);
	try {
		await work();
	} finally {
		clearInterval(timer);
	}
}
