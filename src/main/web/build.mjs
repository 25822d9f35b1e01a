// Bundles the site's styles and scripts into CLASSES/META-INF/resources/static under names that hold their hash,
// and writes CLASSES/web-manifest.properties: logical name = address. Styles in Sass and the sprite of icons are made here too.
//   node build.mjs CLASSES [--watch]      --watch is what quarkus:dev runs: plain names, rebuilt on change
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

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

/** What the bundles are made of; nothing is built when it is what the last build saw. */
function fingerprint() {
  const sources = ['css', 'js'].flatMap(folder => readdirSync(folder).sort().map(name => `${folder}/${name}`));
  const hash = createHash('sha256');
  for (const file of ['build.mjs', 'icons.txt', 'package-lock.json', ...sources]) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

install();
const watch = mode === '--watch';
const mark = join(classes, '../web-fingerprint');
const sources = watch ? '' : fingerprint();
if (!watch && existsSync(mark) && existsSync(out) && readFileSync(mark, 'utf8') === sources) process.exit(0);
const esbuild = await import('esbuild');
const sass = await import('sass');

/** Bootstrap's sources use what Sass will drop one day; the warnings are not ours to act on. */
const SILENT = ['import', 'global-builtin', 'color-functions', 'if-function'];

const scss = {
  name: 'scss',
  setup(build) {
    build.onLoad({ filter: /\.scss$/ }, ({ path }) => {
      const { css, loadedUrls } = sass.compile(path, {
        loadPaths: ['node_modules'],
        silenceDeprecations: SILENT.filter(name => name in sass.deprecations),
      });
      return { contents: css, loader: 'css', watchFiles: loadedUrls.map(url => fileURLToPath(url)) };
    });
  },
};

/** The icons of icons.txt as one SVG; a page uses one by <use href="…#name">. Returns its line of the manifest. */
function sprite() {
  const names = readFileSync('icons.txt', 'utf8').split('\n').filter(Boolean);
  const symbols = names.map(name => readFileSync(`node_modules/bootstrap-icons/icons/${name}.svg`, 'utf8')
    .replace(/<svg[^>]*>/, `<symbol id="${name}" viewBox="0 0 16 16">`)
    .replace('</svg>', '</symbol>')
    .replace(/\s*\n\s*/g, ''));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
  const hash = createHash('sha256').update(svg).digest('hex').slice(0, 8).toUpperCase();
  writeFileSync(join(out, `icons-${hash}.svg`), svg);
  return `icons.svg=/static/icons-${hash}.svg`;
}

const manifest = {
  name: 'manifest',
  setup(build) {
    build.onEnd(result => {
      if (!result.metafile) return;
      const lines = Object.entries(result.metafile.outputs)
        .filter(([, o]) => o.entryPoint)
        .map(([file, o]) => `${o.entryPoint.replace(/^.*\//, '')}=/static/${relative(out, file)}`);
      writeFileSync(join(classes, 'web-manifest.properties'), [...lines, icons].sort().join('\n') + '\n');
    });
  },
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const icons = sprite();
const options = {
  entryPoints: ['js/app.js', 'js/theme.js', 'css/app.css'],
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
  plugins: [scss, manifest],
};
if (watch) {
  await (await esbuild.context(options)).watch();
} else {
  await esbuild.build(options);
}
writeFileSync(mark, sources);
