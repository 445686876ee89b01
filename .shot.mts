import { chromium } from '@playwright/test';
const [,, out, ...specs] = process.argv;
const b = await chromium.launch({executablePath:'/usr/bin/chromium', args:['--no-sandbox']});
for (const spec of specs) { // path|width|scheme|live|name
  const [path, width, scheme, live, name] = spec.split('|');
  const c = await b.newContext({viewport:{width:Number(width),height:900}, colorScheme: scheme as any, deviceScaleFactor:1});
  const p = await c.newPage(); const errs: string[]=[]; p.on('pageerror',e=>errs.push(String(e))); p.on('console',m=>{if(m.type()==='error')errs.push(m.text())});
  await p.goto('http://localhost:4199'+path,{waitUntil:'networkidle'});
  if (live) { await p.waitForTimeout(1500); }
  await p.screenshot({path:`${out}/${name}.png`, fullPage:true}); console.log(name, errs.join(' | '), await p.evaluate(()=>document.documentElement.scrollWidth));
  await c.close();
}
await b.close();
