// Bundles styles, scripts and the sprite of icons into CLASSES/META-INF/resources/static, with a hash in each name.
// Writes CLASSES/web-manifest.properties: NAME = the address, NAME.imports = the addresses of the modules it imports.
//
//   node build.mjs CLASSES            once. Does nothing if the sources have not changed.
//   node build.mjs CLASSES --watch    after each change, not minified, until standard input ends. quarkus:dev runs this.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hoverable } from './hover.mjs';
import { lowered } from './light-dark.mjs';

const PAUSE_AFTER_CHANGE_MS = 80; // Editors write a file in several steps.
/** Bootstrap uses deprecated features of Sass. Remove when Bootstrap no longer does. */
const SILENT = ['import', 'global-builtin', 'color-functions', 'if-function'];

const [classes, mode] = process.argv.slice(2);
const watching = mode === '--watch';
const out = join(classes, 'META-INF/resources/static');
const mark = join(classes, '../web-fingerprint');

install();
if (watching) {
  onChange(['css', 'js', 'icons.txt'], bundle);
} else if (!upToDate()) {
  await bundle();
  writeFileSync(mark, fingerprint());
}

/** Runs `npm ci` if the lock file has changed since the last install. */
function install() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  const installed = 'node_modules/.askme-lock';
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return;
  execFileSync('npm', ['ci', '--silent'], { stdio: 'inherit' });
  writeFileSync(installed, lock);
}

/** A hash of all sources of the bundles. */
function fingerprint() {
  const sources = ['css', 'js'].flatMap(folder =>
    readdirSync(folder)
      .sort()
      .map(name => `${folder}/${name}`),
  );
  const hash = createHash('sha256');
  for (const file of ['build.mjs', 'hover.mjs', 'light-dark.mjs', 'icons.txt', 'package-lock.json', ...sources])
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function upToDate() {
  return existsSync(mark) && existsSync(out) && readFileSync(mark, 'utf8') === fingerprint();
}

async function bundle() {
  const [esbuild, sass] = await Promise.all([import('esbuild'), import('sass')]);
  rmSync(mark, { force: true });
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const { metafile } = await esbuild.build({
    entryPoints: ['js/app.js', 'js/theme.js', 'css/app.css'],
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: !watching,
    sourcemap: watching ? 'inline' : false,
    metafile: true,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.svg': 'file', '.woff2': 'file' },
    logLevel: 'warning',
    plugins: [scss(sass), ownStyles()],
  });
  const entries = Object.entries(metafile.outputs).filter(
    ([, output]) => output.entryPoint && isEntry(output.entryPoint),
  );
  const address = file => `/static/${relative(out, file)}`;
  const lines = entries.flatMap(([file, { entryPoint, imports }]) => {
    const name = entryPoint.replace(/^.*\//, '');
    const needed = imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => address(path));
    return [`${name}=${address(file)}`, `${name}.imports=${needed.join(' ')}`];
  });
  writeFileSync(join(classes, 'web-manifest.properties'), [...lines, sprite()].sort().join('\n') + '\n');
}

/** esbuild also counts dynamically imported modules as entry points; pages refer only to these three. */
function isEntry(path) {
  return ['js/app.js', 'js/theme.js', 'css/app.css'].includes(path);
}

function scss(sass) {
  return {
    name: 'scss',
    setup(build) {
      build.onLoad({ filter: /\.scss$/ }, ({ path }) => {
        const { css, loadedUrls } = sass.compile(path, {
          loadPaths: ['node_modules'],
          silenceDeprecations: SILENT.filter(name => name in sass.deprecations),
        });
        return { contents: hoverable(css), loader: 'css', watchFiles: loadedUrls.map(url => fileURLToPath(url)) };
      });
    },
  };
}

/** Replaces light-dark() in our style sheets: browsers before 2024 do not support it. Limits :hover to devices that can. */
function ownStyles() {
  return {
    name: 'own-styles',
    setup(build) {
      build.onLoad({ filter: /\.css$/ }, ({ path }) => ({
        contents: hoverable(lowered(readFileSync(path, 'utf8'))),
        loader: 'css',
      }));
    },
  };
}

/** Writes the icons of icons.txt into one SVG; pages refer to <use href="…#name">. Returns its line of the manifest. */
function sprite() {
  const names = readFileSync('icons.txt', 'utf8').split('\n').filter(Boolean);
  const symbols = names.map(name =>
    readFileSync(`node_modules/bootstrap-icons/icons/${name}.svg`, 'utf8')
      .replace(/<svg[^>]*>/, `<symbol id="${name}" viewBox="0 0 16 16">`)
      .replace('</svg>', '</symbol>')
      .replace(/\s*\n\s*/g, ''),
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
  const hash = createHash('sha256').update(svg).digest('hex').slice(0, 8).toUpperCase();
  writeFileSync(join(out, `icons-${hash}.svg`), svg);
  return `icons.svg=/static/icons-${hash}.svg`;
}

/** Calls `build` after each burst of changes. Reports a source that does not compile and waits for the next change. */
function onChange(paths, build) {
  let timer;
  let running = Promise.resolve();
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(build).catch(error => console.error(error.message));
    }, PAUSE_AFTER_CHANGE_MS);
  };
  for (const path of paths) watch(path, later);
  process.stdin.resume().on('end', () => process.exit());
}
