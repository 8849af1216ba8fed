// The long form of the hostile-input test: mutated files through check and build, in processes of little memory.
//   node scripts/fuzz.mjs [--files 10000] [--seed 0] [--print 20]
// Reproducible: file N of a seed is always the same; `--seed N --files 1` repeats one.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

/** Files of one process: few enough that each measures its own memory, many enough that its start costs little. */
const BATCH = 500;
/** The most that a process may take, and its heap (MB); the longest that a file may work, and that it is waited for (ms). */
const MOST = { memory: 300, heap: 200, work: 2_000, wait: 120_000 };

/** To which 连州's file links. */
const LAST_YEAR = "lianzhou-2023.yaml";

const { values } = parseArgs({
  options: { files: { type: "string", default: "10000" }, seed: { type: "string", default: "0" }, print: { type: "string", default: "20" } },
});
const [count, seed, toPrint] = [values.files, values.seed, values.print].map(Number);
const root = fileURLToPath(new URL("..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "budgetgen-fuzz-"));
const museum = join(scratch, "museum");
const kept = join(scratch, "kept");
const say = (line) => process.stdout.write(`${line}\n`);

const total = { files: 0, documents: 0, findings: 0, kinds: new Map(), slowest: { cpu: 0 }, slowestWall: { wall: 0 }, rss: 0, faults: [] };

function record(trial) {
  total.files += 1;
  total.documents += trial.document ? 1 : 0;
  total.findings += trial.findings;
  total.kinds.set(trial.kind, (total.kinds.get(trial.kind) ?? 0) + 1);
  if (trial.cpu > total.slowest.cpu) total.slowest = trial;
  if (trial.wall > total.slowestWall.wall) total.slowestWall = trial;
  if (trial.fault) fail(trial.seed, trial.fault);
  else if (trial.cpu > MOST.work) fail(trial.seed, `worked ${Math.round(trial.cpu)} ms`);
}

function fail(at, why) {
  total.faults.push({ seed: at, why });
  say(`✗ --seed ${at} --files 1：${why}`);
}

/** Tries the files from `from` to before `to`; where a process dies or hangs, its file is named and the rest go on. */
async function batch(worker, from, to) {
  let begun = from;
  let hung;
  const child = spawn(process.execPath, [`--max-old-space-size=${MOST.heap}`, worker, root, museum, `${from}`, `${to}`, kept], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const watch = () => {
    clearTimeout(hung);
    hung = setTimeout(() => child.kill("SIGKILL"), MOST.wait);
  };
  let said = "";
  child.stderr.on("data", (data) => (said = (said + data).slice(-600)));
  const ended = new Promise((resolve) => child.on("close", (code, signal) => resolve({ code, signal })));
  for await (const line of createInterface({ input: child.stdout })) {
    watch();
    const message = JSON.parse(line);
    if (message.begins !== undefined) begun = message.begins;
    else if (message.rss !== undefined) total.rss = Math.max(total.rss, message.rss);
    else record(message);
  }
  clearTimeout(hung);
  const { code, signal } = await ended;
  if (code === 0) return;
  fail(begun, signal === "SIGKILL" ? "hung, or was killed" : `the process died (${code ?? signal}): ${said}`);
  await batch(worker, begun + 1, to);
}

/** PDFs of a sample, through the command line as it is published. */
function printSample() {
  cpSync(join(root, "budgets", LAST_YEAR), join(kept, LAST_YEAR));
  const files = readdirSync(kept)
    .filter((name) => name !== LAST_YEAR)
    .slice(0, toPrint)
    .map((name) => join(kept, name));
  if (files.length === 0) return say("没有可以打印的文件");
  const program = join(root, "dist", "budgetgen.cjs");
  try {
    execFileSync(process.execPath, [program, "build", ...files, "-o", join(scratch, "out")], { stdio: ["ignore", "ignore", "pipe"], cwd: root });
    say(`printed ${files.length} of the documents as PDF`);
  } catch (failure) {
    // 1 is a document with errors, such as a character that no face has.
    if (failure.status !== 1) fail(-1, `build of the sample: ${failure.stderr}`);
    else say(`printed a sample of ${files.length}; some have errors that only printing tells`);
  }
}

try {
  mkdirSync(kept);
  // Files that name another, as last year's, find it beside themselves.
  cpSync(join(root, "test", "museum"), museum, { recursive: true });
  cpSync(join(root, "budgets", LAST_YEAR), join(museum, LAST_YEAR));
  const worker = join(scratch, "worker.cjs");
  await build({
    entryPoints: [join(root, "scripts", "fuzz-worker.ts")],
    outfile: worker,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "warning",
    define: { "import.meta.url": "moduleUrl" },
    banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
  });
  for (let from = seed; from < seed + count; from += BATCH) {
    await batch(worker, from, Math.min(from + BATCH, seed + count));
    say(`${total.files} files, ${total.documents} documents, ${total.faults.length} faults, at most ${Math.round(total.rss)} MB`);
  }
  if (total.rss > MOST.memory) fail(-1, `${Math.round(total.rss)} MB of memory`);
  if (toPrint > 0) printSample();
  const { slowest, slowestWall } = total;
  say(`${total.files} files: ${total.documents} documents, ${total.files - total.documents} with errors; ${total.findings} findings`);
  say(`kinds: ${[...total.kinds].map(([kind, number]) => `${kind} ${number}`).join(", ")}`);
  say(
    `most work: ${Math.round(slowest.cpu)} ms (seed ${slowest.seed}, ${slowest.kind}); longest: ${Math.round(slowestWall.wall)} ms (seed ${slowestWall.seed})`,
  );
  say(`peak memory: ${Math.round(total.rss)} MB`);
  say(`${total.faults.length} faults`);
  process.exitCode = total.faults.length === 0 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
