/** Step (1-7) of the sequential colours for a class: the classes in use span the whole range. */
export function stepOfClass(classNumber: number, classes: number): number {
	if (classes <= 1) return 4;
	return 1 + Math.round(((classNumber - 1) * 6) / (classes - 1));
}
