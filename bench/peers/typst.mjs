// node typst.mjs SOURCE OUTPUT FONTS: compiles Typst source with the compiler that npm has.
import { readFileSync, writeFileSync } from "node:fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const [source, output, fonts] = process.argv.slice(2);
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] });
writeFileSync(output, compiler.pdf({ mainFileContent: readFileSync(source, "utf8") }));
