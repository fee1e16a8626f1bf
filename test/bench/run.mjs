/**
 * npm run bench: how many times as fast as a peer, in the same run. Each `*.bench.ts` is bundled as the library is, since what
 * a test runner makes of imports is slower than what is shipped. Samples of both sides are taken in turn, each from a clean
 * heap, so that neither pays for the other's garbage; medians of their processor time are compared, so that whatever else the
 * machine does counts for little. Arguments pick rows by their names.
 */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { build } from "vite";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");

const SAMPLES = 11;
const HERE = import.meta.dirname;

/** The median of an odd number of milliseconds. */
function median(samples) {
  return samples.toSorted((a, b) => a - b)[(samples.length - 1) / 2];
}

/** Milliseconds of processor, garbage collection in other threads included. */
async function timed(work) {
  collectGarbage();
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

async function compare({ name, budget, peer, ours, theirs }) {
  const times = { ours: [], theirs: [] };
  await ours();
  await theirs();
  for (let i = 0; i < SAMPLES; i++) {
    times.ours.push(await timed(ours));
    times.theirs.push(await timed(theirs));
  }
  const ratio = median(times.theirs) / median(times.ours);
  const within = budget === null ? "" : ratio >= budget ? "ok" : "MISSED";
  return {
    what: name,
    peer,
    ratio: Number(ratio.toPrecision(3)),
    budget,
    within,
    ms: Number(median(times.ours).toPrecision(3)),
  };
}

async function load(file, folder) {
  await build({
    configFile: false,
    logLevel: "warn",
    root: HERE,
    ssr: { noExternal: true, external: ["websocket-driver", "ws"] },
    build: { ssr: file, outDir: folder, emptyOutDir: false, minify: false },
  });
  const bundle = join(folder, file.replace(/\.ts$/, ".js"));
  return (await import(pathToFileURL(bundle).href)).default;
}

const wanted = process.argv.slice(2);
const files = (await readdir(HERE)).filter((file) => file.endsWith(".bench.ts"));
// Inside node_modules, so that the bundle finds the peers.
const folder = await mkdtemp(join(HERE, "../../node_modules/.bench-"));
try {
  for (const file of files) {
    const comparisons = await load(file, folder);
    const rows = comparisons.filter(({ name }) => wanted.every((word) => name.includes(word)));
    const table = [];
    for (const row of rows) table.push(await compare(row));
    console.table(table);
  }
} finally {
  await rm(folder, { recursive: true });
}
