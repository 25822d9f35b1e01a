// Writes the results of bench/pages as tables into docs/benchmarks.md and as a chart: node bench/report.mjs RESULTS.csv
// DIRECTORY
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

const [, , file, directory] = process.argv;
const lines = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map(line => line.split(','));
const heaps = lines
  .filter(([kind]) => kind === 'heap')
  .map(([, ratio, used, rss]) => ({ ratio: +ratio, used: +used, rss: +rss }));
const runs = lines
  .filter(([kind]) => kind !== 'heap')
  .map(([ratio, page, connections, , requests, seconds, p50, p95, p99, errors, statements, load]) => ({
    ratio: +ratio,
    page,
    connections: +connections,
    rate: requests / seconds,
    p50: +p50,
    p95: +p95,
    p99: +p99,
    errors: +errors,
    statements: statements / requests,
    load: +load,
  }));

const unique = values => [...new Set(values)];
const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const ratios = unique(runs.map(r => r.ratio)).sort((a, b) => a - b);
const pages = unique(runs.map(r => r.page));
const connections = unique(runs.map(r => r.connections)).sort((a, b) => a - b);

function of(page, ratio, count) {
  const these = runs.filter(r => r.page === page && r.ratio === ratio && r.connections === count);
  if (these.length === 0) return undefined;
  const value = key => median(these.map(r => r[key]));
  return {
    rate: value('rate'),
    p50: value('p50'),
    p95: value('p95'),
    p99: value('p99'),
    statements: Math.min(...these.map(r => r.statements)),
    errors: these.reduce((sum, r) => sum + r.errors, 0),
  };
}

const small = ratios[0];
const large = ratios[ratios.length - 1];
const growth = (page, count) => {
  const [a, b] = [of(page, small, count), of(page, large, count)];
  return a && b ? (b.p50 / a.p50).toFixed(2) : '';
};

function table(count) {
  const head = `| page | ${ratios.map(r => `${r}: req/s | p50 | p95 | p99 ms`).join(' | ')} | growth | statements |`;
  const rule = `|---|${'---:|'.repeat(ratios.length * 4 + 2)}`;
  const rows = pages.map(page => {
    const cells = ratios.map(ratio => {
      const r = of(page, ratio, count);
      if (!r) return ' | | | ';
      const errors = r.errors ? ` (${r.errors} errors)` : '';
      return `${r.rate.toFixed(0)}${errors} | ${r.p50.toFixed(2)} | ${r.p95.toFixed(2)} | ${r.p99.toFixed(2)}`;
    });
    const statements = of(page, large, count)?.statements;
    return `| ${page} | ${cells.join(' | ')} | ${growth(page, count)} | ${statements === undefined ? '' : statements.toFixed(1)} |`;
  });
  return [`### ${count} connection${count === 1 ? '' : 's'}`, '', head, rule, ...rows, ''].join('\n');
}

function chart() {
  const shown = pages.filter(p => of(p, small, 1) && of(p, large, 1));
  const [left, bar, gap, width] = [170, 12, 14, 760];
  const most = Math.max(...shown.flatMap(p => ratios.map(r => of(p, r, 1)?.p50 ?? 0)));
  const colours = ['#9ec5fe', '#3d8bfd', '#0a58ca', '#052c65'];
  const rowHeight = ratios.length * bar + gap;
  const scale = value => ((width - left - 70) * value) / most;
  const rows = shown.map((page, i) => {
    const y = 50 + i * rowHeight;
    const bars = ratios.map((ratio, j) => {
      const value = of(page, ratio, 1)?.p50 ?? 0;
      const top = y + j * bar;
      return (
        `<rect x="${left}" y="${top}" width="${scale(value).toFixed(1)}" height="${bar - 2}" fill="${colours[j % colours.length]}"/>` +
        `<text x="${(left + scale(value) + 5).toFixed(1)}" y="${top + bar - 3}" font-size="10">${value.toFixed(2)}</text>`
      );
    });
    return `<text x="${left - 8}" y="${y + (ratios.length * bar) / 2 + 3}" text-anchor="end">${page}</text>${bars.join('')}`;
  });
  const legend = ratios.map(
    (ratio, j) =>
      `<rect x="${left + j * 130}" y="26" width="10" height="10" fill="${colours[j % colours.length]}"/>` +
      `<text x="${left + j * 130 + 15}" y="35">${(ratio * 100).toLocaleString('en')} answers</text>`,
  );
  const height = 60 + shown.length * rowHeight;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="${left}" y="16" font-weight="600">Median time of a page in milliseconds, one connection</text>
${legend.join('')}
${rows.join('\n')}
</svg>
`;
}

const share = count => {
  const [real, twin] = [of('question', large, count), of('twin', large, count)];
  return real && twin ? `${((100 * real.rate) / twin.rate).toFixed(0)} %` : '';
};
const text = [
  `Measured on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpus()[0].model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Linux;`,
  `the load generator, the database and all ${ratios.length} sites share the machine. Load average during the runs: median ${median(runs.map(r => r.load)).toFixed(1)}`,
  `(most ${Math.max(...runs.map(r => r.load)).toFixed(1)}). Medians of the rounds; ratios in turn. growth = p50 at ${large} ÷ p50 at ${small}.`,
  '',
  '![median time of each page](benchmarks.svg)',
  '',
  ...connections.map(table),
  `The question page's throughput as a share of its in-memory twin's at ratio ${large}: ${connections.map(c => `${share(c)} at ${c}`).join(', ')} connections.`,
  '',
  '| ratio | heap used after the run, MB | resident, MB |',
  '|---:|---:|---:|',
  ...heaps.map(h => `| ${h.ratio} | ${(h.used / 1024).toFixed(0)} | ${(h.rss / 1024).toFixed(0)} |`),
  '',
].join('\n');

const [begin, end] = ['<!-- figures: written by bench/pages -->', '<!-- end of the figures -->'];
const page = `${directory}/benchmarks.md`;
let before;
try {
  before = readFileSync(page, 'utf8');
} catch {
  before = `# Benchmarks\n\n${begin}\n${end}\n`;
}
writeFileSync(
  page,
  before.replace(new RegExp(`${begin}[\\s\\S]*${end}`), () => `${begin}\n${text}${end}`),
);
writeFileSync(`${directory}/benchmarks.svg`, chart());
console.log(text);
