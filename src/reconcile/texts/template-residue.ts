import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { matchesIn, passagesOf } from "./passages.ts";

/** XXX, ____, （增加内容）: what a template leaves where nobody filled it in. */
export function templateResidue(given: Reconciled): Diagnostic[] {
  return given.standard.wording.residues.flatMap(({ pattern, severity }) =>
    matchesIn(passagesOf(given), pattern).map(({ passage, match: [written], place }): Diagnostic => {
      const sure = severity === "error";
      const message = sure ? `${passage.what}里的“${written}”是模板留下的，没有填写` : `${passage.what}里的“${written}”是不是模板留下、没有填写的？`;
      return { severity, code: "template-residue", message, span: place, hint: "填上内容；没有内容就连同前后文字删掉", ...(sure && { confirmable: true }) };
    }),
  );
}
