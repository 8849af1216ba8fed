import type { MapNode } from "../../base/node.ts";
import type { Budget } from "../../model/budget.ts";
import type { Classification } from "../../model/classification.ts";
import type { Standard } from "../../model/standard.ts";
import type { Findings } from "../reader.ts";
import { checkMentions } from "./category-mentions.ts";
import { noteUnverified, usedCodes } from "./category-notes.ts";
import { checkOldNames } from "./category-old-names.ts";
import type { OwnCategories } from "./own-categories.ts";

/** What a file names of 科目, as far as it was read. */
interface Named {
  readonly root: MapNode;
  readonly own: OwnCategories;
  /** Absent where it could not be read. */
  readonly budget: Budget | undefined;
  /** Keys of the sections that hold money. */
  readonly sections: readonly string[];
}

/** What is to be said of a file's 科目 beside the places of its money; gives the codes of terms that were refused. */
export function checkCategories(named: Named, standard: Standard, classification: Classification, findings: Findings): ReadonlySet<string> {
  const { root, own, budget, sections } = named;
  const refused = checkMentions(root, standard, classification, findings);
  checkOldNames(root, classification, findings);
  const used = usedCodes(budget?.facts ?? []);
  if (budget?.unread.money === false) own.report(used, findings);
  noteUnverified(root, sections, used, classification, findings);
  return refused;
}
