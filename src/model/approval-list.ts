import type { AmountUnit } from "../base/money.ts";
import type { Sheet, SheetCell, SheetRow } from "./sheet.ts";
import type { StatedAmount } from "./stated.ts";

/** 批复清单: a bureau's own list of what it approved for all units. */
export interface ApprovalList {
  readonly path: string;
  readonly tables: readonly ApprovalTable[];
}

export interface ApprovalTable {
  readonly sheet: Sheet;
  readonly columns: readonly ApprovalColumn[];
  readonly rows: readonly ApprovalRow[];
}

export interface ApprovalColumn {
  readonly column: number;
  /** Its headings, the lowest first, of which one may be the name of a figure. */
  readonly names: readonly string[];
  readonly heading: SheetCell;
  /** Absent where the list does not say in what its amounts are. */
  readonly unit?: AmountUnit;
}

/** One unit's row. */
export interface ApprovalRow {
  readonly row: SheetRow;
  readonly code?: string;
  /** Whether the code is a number, which has lost zeros at its beginning. */
  readonly numeric: boolean;
  readonly name: string;
  /** The cell by which the unit is named. */
  readonly cell: SheetCell;
}

/** What a list says of one unit. */
export interface ListedApprovals {
  readonly list: ApprovalList;
  /** Its rows, one in each table that has it. */
  readonly rows: readonly ApprovalRow[];
  readonly amounts: readonly ListedAmount[];
}

/** An approved amount with the name of its figure and the address of its cell. */
export interface ListedAmount {
  readonly name: string;
  readonly amount: StatedAmount;
  readonly address: string;
}
