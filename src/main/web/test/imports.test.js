import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';

const MODULES = new URL('../js/', import.meta.url);
const IMPORTED = /(?:from |import |import\()'\.\/([\w-]+\.js)'/g;

test('no module imports itself through others', () => {
  const imports = new Map(
    readdirSync(MODULES).map(name => [
      name,
      [...readFileSync(new URL(name, MODULES), 'utf8').matchAll(IMPORTED)].map(match => match[1]),
    ]),
  );
  const circles = [];
  const walk = (name, way) => {
    if (way.includes(name)) circles.push([...way.slice(way.indexOf(name)), name].join(' > '));
    else for (const next of imports.get(name)) walk(next, [...way, name]);
  };
  for (const name of imports.keys()) walk(name, []);
  assert.ok(imports.get('app.js').includes('live.js'));
  assert.deepEqual(circles, []);
});
