import type { DocumentKind, UnitNature } from "../model/expenditure.ts";

/** What must be known of a unit before its file can be begun. */
export interface StarterAnswers {
  readonly name: string;
  readonly year: number;
  readonly kind: DocumentKind;
  readonly nature: UnitNature;
}
