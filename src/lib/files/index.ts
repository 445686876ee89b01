export { type Corrections, OWN_TYPES, type OwnColumn, type OwnType } from './columns';
export { type FileFault } from './fault';
export { type OwnReading, type OwnResult, readOwn, readOwnLarge } from './read';
