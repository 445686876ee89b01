/** Where a command writes to. */
export interface Streams {
	out: (text: string) => void;
	err: (text: string) => void;
	/** Whether `err` is a terminal, on which a line can be drawn anew. */
	terminal?: boolean | undefined;
	/** Given when the person stops the work. */
	signal?: AbortSignal | undefined;
}

/** Those of this process. */
export function standardStreams(): Streams {
	return {
		out: (text) => process.stdout.write(text),
		err: (text) => process.stderr.write(text),
		terminal: process.stderr.isTTY
	};
}
