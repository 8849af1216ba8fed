// Tries mutated files one after another and writes a line of JSON for each on standard output; run by fuzz.mjs.
import { writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { readyResources } from "../src/compile.ts";
import { mutatedFile, seedFiles } from "../test/support/mutations.ts";
import { tried } from "../test/support/trial.ts";

const [root = "", folder = "", from = "0", to = "0", keep = ""] = process.argv.slice(2);
const files = seedFiles(root);
const resources = readyResources(root);
const say = (line: object): void => void writeSync(1, `${JSON.stringify(line)}\n`);

for (let seed = Number(from); seed < Number(to); seed += 1) {
  say({ begins: seed });
  const { kind, bytes } = mutatedFile(seed, files);
  const path = join(folder, `mutated-${process.pid}.yaml`);
  writeFileSync(path, bytes);
  const [before, started] = [process.cpuUsage(), performance.now()];
  const trial = tried(path, resources, bytes.toString("utf8"));
  const { user, system } = process.cpuUsage(before);
  say({ seed, kind, ...trial, wall: performance.now() - started, cpu: (user + system) / 1000 });
  if (keep !== "" && trial.document && seed % 7 === 0) writeFileSync(join(keep, `seed-${seed}.yaml`), bytes);
}
say({ rss: process.resourceUsage().maxRSS / 1024 });
