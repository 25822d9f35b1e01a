// Bundles the site's styles and scripts into CLASSES/META-INF/resources/static under names that hold their hash,
// and writes CLASSES/web-manifest.properties: logical name = address.
//   node build.mjs CLASSES [--watch]      --watch is what quarkus:dev runs: plain names, rebuilt on change
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const [classes, mode] = process.argv.slice(2);
const out = join(classes, 'META-INF/resources/static');

/** `npm ci`, only when the lock file differs from the one the last install saw. */
function install() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  const mark = 'node_modules/.askme-lock';
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  execFileSync('npm', ['ci', '--silent'], { stdio: 'inherit' });
  writeFileSync(mark, lock);
}

install();
const esbuild = await import('esbuild');
const watch = mode === '--watch';

const manifest = {
  name: 'manifest',
  setup(build) {
    build.onEnd(result => {
      if (!result.metafile) return;
      const lines = Object.entries(result.metafile.outputs)
        .filter(([, o]) => o.entryPoint)
        .map(([file, o]) => `${o.entryPoint.replace(/^.*\//, '')}=/static/${relative(out, file)}`);
      writeFileSync(join(classes, 'web-manifest.properties'), lines.sort().join('\n') + '\n');
    });
  },
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const options = {
  entryPoints: ['js/app.js', 'css/app.css'],
  outdir: out,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: !watch,
  sourcemap: watch ? 'inline' : false,
  metafile: true,
  entryNames: watch ? '[name]' : '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  loader: { '.svg': 'file', '.woff2': 'file' },
  logLevel: 'warning',
  plugins: [manifest],
};
if (watch) {
  await (await esbuild.context(options)).watch();
} else {
  await esbuild.build(options);
}
