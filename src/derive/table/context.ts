import type { InputSpec } from "../../model/stated.ts";
import type { CellContext } from "./cells.ts";
import type { RowContext } from "./rows.ts";

/** All that a table is derived with beside its declaration. */
export type TableContext = RowContext &
  CellContext & {
    /** The declarations of 明细, by name. */
    readonly inputs: ReadonlyMap<string, InputSpec>;
  };
