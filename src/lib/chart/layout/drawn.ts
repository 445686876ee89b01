import { hit } from './hit';
import { placesOf } from './layout';

/** What finds the points of a drawing: loaded when a reader first comes near one. */
export const finder = { hit, placesOf };
export type Finder = typeof finder;
