export { type Note } from './note';
export { type FileMap, MAP_ROLES, parseMap } from './mapping';
export type { PlacedFigure } from './figures';
export { type FileProblem, FILE_RULES, ROW_RULES, ReadError, problem } from './problem';
export { type ReadOptions, type ReadResult, type Reading, readOfficial } from './read';
export { near } from './meaning';
export type { Refused } from './rows';
export { type FileReport, nothingKept, reportOf, reportOfProblem } from './report';
export { describeNote, describeProblem } from './words';
