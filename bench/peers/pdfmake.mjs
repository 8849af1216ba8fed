// node pdfmake.mjs DEFINITION OUTPUT FONTS: pdfmake as its documentation shows it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pdfmake from "pdfmake";

const [definition, output, folder] = process.argv.slice(2);
const faces = ["FangSong", "XiaoBiaoSong", "Hei", "Kai"];
pdfmake.addFonts(Object.fromEntries(faces.map((name) => [name, { normal: join(folder, `BudgetGen-${name}.ttf`) }])));
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(folder));
const footer = (page) => (page === 1 ? "" : { text: `— ${page} —`, fontSize: 14, alignment: page % 2 === 1 ? "right" : "left", margin: [74, 20, 74, 0] });
await pdfmake.createPdf({ ...JSON.parse(readFileSync(definition, "utf8")), footer }).write(output);
