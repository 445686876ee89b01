import { DuckDBInstance } from '@duckdb/node-api';
import { auditCells } from './cells';
const i = await DuckDBInstance.create(':memory:'); const c = await i.connect();
await c.run("ATTACH '/tmp/pantau/t/raw.duckdb' AS raw (READ_ONLY)"); await c.run("CREATE SCHEMA cells");
for (const t of ['k1','k2','k3','k4','k5','k6','region_level','list_member','withheld']) await c.run(`CREATE TABLE cells.${t} AS FROM raw.cells.${t}`);
const t=performance.now();
console.log(JSON.stringify(await auditCells({connection:c, cells:'cells', rule:{kind:'rounding'}, seed:'demo', blocks: process.argv[2]==='every'?'every':1200, answer:true, published:null, canary:null, onProgress: (s)=>process.stderr.write(`\r${s.toFixed(2)} ${((performance.now()-t)/1000).toFixed(1)}s`)}),null,1), (performance.now()-t)/1000);
c.closeSync(); i.closeSync();
