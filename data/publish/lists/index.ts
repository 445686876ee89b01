export { type LoadOptions, loadLists } from './load';
export type { ListNote, Loaded, LoadedFile } from './loaded';
export { noteText } from './notes';
export type { ListProgress } from './progress';
export { writeRefused } from './refused';
export { readListMap } from './read-map';
