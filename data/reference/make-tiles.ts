import { writeFileSync } from 'node:fs';
import { readRegions } from './regions';
import { layOut } from './tiles/layout';
import { measure } from './tiles/measure';
import { places, tilesCsv } from './tiles/csv';

const land = places(readRegions());
const cells = layOut(land);
writeFileSync(new URL('tiles.csv', import.meta.url), tilesCsv(cells));

const { width, height, neighbourDistance, touching, whole, broken } = measure(land, cells);
console.log(`${cells.size} tiles on a grid of ${width} by ${height}`);
console.log(`mean distance to the three nearest: ${neighbourDistance.toFixed(3)} tiles`);
console.log(`of those, ${(touching * 100).toFixed(1)}% touch`);
console.log(`provinces in one block: ${whole.length}; in several: ${broken.join(' ') || 'none'}`);
