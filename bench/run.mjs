// node bench/run.mjs [--rounds N]: budgetgen and its peers, cold processes in turn. README.md says how to read it.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { loadavg } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "7" } } });
const rounds = Number(values.rounds);
if (!(Number.isInteger(rounds) && rounds > 0)) throw new Error("--rounds takes a whole number from 1");
const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("..", import.meta.url));
/** In the root's own out/, so that the bundles find the package's fonts as dist/ does. */
const folder = join(root, "out", "bench");
const budget = join(root, "budgets", "lianzhou.yaml");
const { bin } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const program = join(root, bin.budgetgen);
const fonts = join(root, "fonts");

/** A killed browser gives its memory back for some 50 ms more, and that is nobody else's time. */
const REST = 200;

/** What tells a PDF of this budget from an empty one: its fewest pages and one of its amounts. */
const REAL = { pages: 15, text: "465.58" };

/** Of ratios, per round: the number above, the number below, the most that it should be. */
const TARGETS = [
  ["budgetgen html", "node -e 0", 3],
  ["budgetgen pdf", "typst", 2],
  ["budgetgen pdf", "puppeteer", 0.6],
];

const say = (line = "") => process.stdout.write(`${line}\n`);

await main();

async function main() {
  if (!existsSync(program)) throw new Error("dist/ is not built: npm run build");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await bundle("prepare");
  await bundle("stages");
  const { prepare } = createRequire(import.meta.url)(join(folder, "prepare", "bundle.cjs"));
  const prepared = await prepare(root, budget, folder);
  const contestants = listContestants(prepared);
  say(`${prepared.browserVersion}, node ${process.version}, load ${loadNow()} before`);
  say();
  for (const contestant of contestants) await verify(contestant);
  const times = await measure(contestants);
  say();
  table(contestants, times);
  say();
  for (const [above, below, most] of TARGETS) target(times, above, below, most);
  for (const format of ["pdf", "html"]) await stages(format);
  say();
  say(`load ${loadNow()} after, ${rounds} rounds`);
}

/** The sources as dist/ has them (scripts/build.mjs): one script, minified, with the launcher that knows what V8 compiled. */
async function bundle(name) {
  await build({
    entryPoints: [join(here, `${name}.ts`)],
    outfile: join(folder, name, "bundle.cjs"),
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    minify: true,
    logLevel: "warning",
    define: { "import.meta.url": "moduleUrl" },
    banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
  });
  copyFileSync(join(root, "scripts", "launcher.cjs"), join(folder, name, "launcher.cjs"));
}

/** Each as a command; `pdf` is the file that it writes and that is looked at once. */
function listContestants({ browser, variables }) {
  const node = process.execPath;
  const inFolder = (name) => join(folder, name);
  const budgetgen = (name, ...args) => ({ name: `budgetgen ${name}`, command: [node, program, ...args] });
  const build = (name, ...args) => budgetgen(name, "build", budget, "--out", inFolder(name), ...args);
  const peer = (name, source, ...args) => ({
    name,
    command: [node, join(here, "peers", `${name}.mjs`), inFolder(source), inFolder(`${name}.pdf`), ...args],
    pdf: inFolder(`${name}.pdf`),
  });
  const all = [
    { name: "node -e 0", command: [node, "-e", "0"] },
    { ...budgetgen("check", "check", budget) },
    { ...build("html", "--format", "html") },
    { ...build("pdf", "--format", "pdf"), pdf: join(folder, "pdf", "lianzhou.pdf") },
    { ...build("both"), pdf: join(folder, "both", "lianzhou.pdf") },
    peer("typst", "document.typ", fonts),
    { ...peer("puppeteer", "document.html", browser), variables },
    peer("pdfmake", "document.json", fonts),
  ];
  if (spawnSync("weasyprint", ["--version"]).error) {
    say("weasyprint: not installed, skipped");
    return all;
  }
  const weasyprint = { name: "weasyprint", command: ["weasyprint", inFolder("document.html"), inFolder("weasyprint.pdf")], pdf: inFolder("weasyprint.pdf") };
  return [...all, { ...weasyprint, variables: { FONTCONFIG_FILE: variables.FONTCONFIG_FILE } }];
}

function run({ command, variables }, stdio) {
  const [path, ...args] = command;
  const start = performance.now();
  const result = spawnSync(path, args, { stdio, env: { ...process.env, ...variables } });
  return { ...result, time: performance.now() - start };
}

/** The warm-up, and the proof that everyone does the work. */
async function verify(contestant) {
  const { status, stderr } = run(contestant, "pipe");
  if (status !== 0) throw new Error(`${contestant.name} failed: ${stderr}`);
  await pause(REST);
  if (contestant.pdf === undefined) return;
  const bytes = readFileSync(contestant.pdf);
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const text = (await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => textOf(pdf, index + 1)))).join("");
  if (pdf.numPages < REAL.pages || !text.includes(REAL.text)) throw new Error(`${contestant.name}: not a whole PDF`);
  const marked = (await pdf.getMarkInfo())?.Marked === true;
  const bookmarks = (await pdf.getOutline())?.length ?? 0;
  const size = Math.round(statSync(contestant.pdf).size / 1024);
  say(
    `${contestant.name.padEnd(16)} ${pdf.numPages} pages, ${size} KB, ${text.replace(/\s/g, "").length} characters, ${marked ? "tagged" : "not tagged"}, ${bookmarks > 0 ? "bookmarks" : "no bookmarks"}`,
  );
}

async function textOf(pdf, number) {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  return items.map((item) => item.str ?? "").join("");
}

/** Everyone in turn, so that what else the machine does falls on all of a round alike. */
async function measure(contestants) {
  const times = new Map(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const contestant of contestants) {
      const { status, time } = run(contestant, "ignore");
      if (status !== 0) throw new Error(`${contestant.name} failed in round ${round + 1}`);
      times.get(contestant.name).push(time);
      await pause(REST);
    }
  }
  return times;
}

function table(contestants, times) {
  say(`${"".padEnd(16)}      min   median      max   ÷ node -e 0   budgetgen pdf ÷ it`);
  for (const { name } of contestants) {
    const own = times.get(name);
    const columns = [Math.min(...own), median(own), Math.max(...own)].map((time) => time.toFixed(0).padStart(8)).join(" ");
    const overNode = ratio(times, name, "node -e 0").toFixed(2).padStart(13);
    say(`${name.padEnd(16)} ${columns} ${overNode} ${ratio(times, "budgetgen pdf", name).toFixed(2).padStart(20)}`);
  }
}

function target(times, above, below, most) {
  const found = ratio(times, above, below);
  say(`${above} ÷ ${below}: ${found.toFixed(2)}, target ${most.toFixed(1)}: ${found <= most ? "met" : "MISSED"}`);
}

/** Of every round its own ratio, and of these the median: a slow round is slow above and below. */
function ratio(times, above, below) {
  return median(times.get(above).map((time, round) => time / times.get(below)[round]));
}

/** Where budgetgen's own time goes: the same stages in a bundle of the bench's own, each round a cold process. */
async function stages(format) {
  const command = [process.execPath, join(folder, "stages", "launcher.cjs"), format, root, budget, join(folder, "stages")];
  // As when dist/ is made: the first run leaves what V8 compiled.
  run({ command, variables: { BUDGETGEN_MAKE_CACHE: "1" } }, "ignore");
  const samples = new Map();
  for (let round = 0; round < rounds; round++) {
    await pause(REST);
    const { status, stdout, stderr, time } = run({ command }, "pipe");
    if (status !== 0) throw new Error(`stages failed: ${stderr}`);
    const found = JSON.parse(stdout);
    const known = found.reduce((sum, [, each]) => sum + each, 0);
    for (const [name, each] of [...found, ["spawn and exit", time - known], ["in all", time]]) samples.set(name, [...(samples.get(name) ?? []), each]);
  }
  say();
  say(`${format}, stages of one cold process, medians in ms`);
  for (const [name, all] of samples) say(`  ${name.padEnd(26)} ${median(all).toFixed(1).padStart(6)}`);
}

function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function loadNow() {
  return loadavg()
    .slice(0, 2)
    .map((load) => load.toFixed(1))
    .join(" ");
}
