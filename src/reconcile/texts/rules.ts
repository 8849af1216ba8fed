import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Reconciled } from "../reconciled.ts";
import { amountInText } from "./amount-in-text.ts";
import { amountWithoutUnit } from "./amount-without-unit.ts";
import { bankAccount } from "./bank-account.ts";
import { blankReason } from "./blank-reason.ts";
import { commaInAmount } from "./comma-in-amount.ts";
import { copiedReason } from "./copied-reason.ts";
import { cutOffSentence } from "./cut-off-sentence.ts";
import { doubledWords } from "./doubled-words.ts";
import { emailAddress } from "./email-address.ts";
import { finalAccountsWords } from "./final-accounts-words.ts";
import { halfWidthPunctuation } from "./half-width-punctuation.ts";
import { identityNumber } from "./identity-number.ts";
import { incompleteYear } from "./incomplete-year.ts";
import { kindWords } from "./kind-words.ts";
import { levelWords } from "./level-words.ts";
import { misspeltWord } from "./misspelt-word.ts";
import { offsettingParts } from "./offsetting-parts.ts";
import { phoneNumber } from "./phone-number.ts";
import { projectNamedTwice } from "./project-named-twice.ts";
import { reasonDirection } from "./reason-direction.ts";
import { reasonItemAmount } from "./reason-item-amount.ts";
import { reasonItemDirection } from "./reason-item-direction.ts";
import { reasonRestates } from "./reason-restates.ts";
import { reasonSaysUnchanged } from "./reason-says-unchanged.ts";
import { reasonWithoutChange } from "./reason-without-change.ts";
import { repeatedSentence } from "./repeated-sentence.ts";
import { sameGoal } from "./same-goal.ts";
import { sameIndicator } from "./same-indicator.ts";
import { secretWord } from "./secret-word.ts";
import { staleYear } from "./stale-year.ts";
import { templateResidue } from "./template-residue.ts";
import { textUnused } from "./text-unused.ts";
import { unbalancedMarks } from "./unbalanced-marks.ts";

type Rule = (given: Reconciled) => Diagnostic[];

/** The rules that hold an officer's words against figures. */
export const WORDS_AND_FIGURES: readonly Rule[] = [
  textUnused,
  amountInText,
  amountWithoutUnit,
  reasonDirection,
  reasonItemDirection,
  reasonItemAmount,
  reasonRestates,
  reasonSaysUnchanged,
  reasonWithoutChange,
  blankReason,
  copiedReason,
  offsettingParts,
];

/** The rules on words alone, which need no figure. */
export const WORDS: readonly Rule[] = [
  commaInAmount,
  staleYear,
  incompleteYear,
  sameGoal,
  sameIndicator,
  projectNamedTwice,
  templateResidue,
  doubledWords,
  repeatedSentence,
  misspeltWord,
  levelWords,
  kindWords,
  finalAccountsWords,
  halfWidthPunctuation,
  unbalancedMarks,
  cutOffSentence,
  phoneNumber,
  identityNumber,
  bankAccount,
  emailAddress,
  secretWord,
];
