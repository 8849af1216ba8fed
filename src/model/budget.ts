import type { Money } from "../base/money.ts";
import type { SourceFile, Span } from "../base/span.ts";
import type { Adjustment, CategoryMapping } from "./adjustment.ts";
import type { Category } from "./classification.ts";
import type { DocumentKind, ExpenditureNature, FundSource, MoneyYear, UnitLevel, UnitNature } from "./expenditure.ts";
import type { StatedAmount, StatedValue } from "./stated.ts";
import type { Text } from "./text.ts";

/** 单位: who spends the money. The department itself is the first of a budget's units. */
export interface Unit {
  readonly name: string;
  /** 简称: how sentences name it, where a form does. */
  readonly shortName?: string;
  /** 单位编码, such as 113001. */
  readonly code?: string;
  readonly nature: UnitNature;
  /** 级别: its words must be of the same level; absent where the file does not say. */
  readonly level?: { readonly value: UnitLevel; readonly span: Span };
  /** Keys that the file gives and whose values could not be read; nobody should be told that they are missing. */
  readonly unread?: ReadonlySet<string>;
  /** Whether it is a 下属单位 of the department that publishes. */
  readonly subordinate?: true;
  readonly span: Span;
}

/** 项目: what 项目支出 is spent on. */
export interface Project {
  readonly name: string;
  /** 项目类别, such as 信息系统运维类. */
  readonly category?: string;
  readonly code?: string;
  /** 上年名称: what last year's file calls it, where that is another name. */
  readonly lastYearName?: { readonly value: string; readonly span: Span };
  /** 重点项目: published with its 绩效目标 in the 情况说明. */
  readonly key: boolean;
  /** 绩效目标, as the officer words it. */
  readonly goal?: Text;
  /** Stated facts of this project alone, by the key under which the section 项目支出 declares them. */
  readonly inputs: ReadonlyMap<string, StatedValue>;
  /** Keys that the file gives and whose values could not be read. */
  readonly unread?: ReadonlySet<string>;
  readonly unit: Unit;
  readonly span: Span;
}

/** Whether a project states what it is to achieve: 绩效目标 or 绩效指标. */
export function hasGoals({ goal, inputs }: Project): boolean {
  return goal !== undefined || inputs.has("绩效指标") || inputs.has("年度绩效目标");
}

/**
 * One amount of money at the finest grain that the published tables need:
 * 功能科目项 × 经济科目款 × 支出性质 × 项目 × 资金来源 × 资金年度 × 使用单位.
 */
export interface ExpenditureFact {
  /** 功能分类项级科目编码, seven digits. */
  readonly functional: string;
  /** Where the 功能科目 is written, for findings on it rather than on the amount. */
  readonly functionalSpan: Span;
  /** 部门预算支出经济分类款级科目编码, five digits; absent only where the nature needs none. */
  readonly economic?: string;
  readonly nature: ExpenditureNature;
  readonly project?: Project;
  readonly source: FundSource;
  readonly moneyYear: MoneyYear;
  readonly unit: Unit;
  /** 元, exact. A fact of 0 is a fact: it prints its row. */
  readonly amount: Money;
  /** Whether it has been said that the unit of its amount is in doubt. */
  readonly doubtful?: true;
  /** A fact of last year's budget, which only columns and figures of last year take. */
  readonly lastYear?: true;
  readonly span: Span;
}

/** Things that a file gives wrongly. What follows from their absence is no finding. */
export interface Unread {
  /** Whether some money is not among the facts. */
  readonly money: boolean;
  /** Names of inputs and of last year's amounts. */
  readonly names: ReadonlySet<string>;
  /** Whether last year's file is named and could not be read. */
  readonly lastYear?: boolean;
}

/** 上年文件: what last year's file states, its units and projects being this year's where they are the same. */
export interface LastYear {
  readonly facts: readonly ExpenditureFact[];
  readonly inputs: ReadonlyMap<string, StatedValue>;
  /** 原因, as they were given a year ago. */
  readonly reasons: ReadonlyMap<string, Text>;
  /** Its own 上年数 and 上年文件: what it knows of the year before. */
  readonly before: { readonly stated: ReadonlyMap<string, StatedAmount>; readonly file?: LastYear };
  /** Where this year's file names it. */
  readonly link: Span;
  readonly file: SourceFile;
}

/** A budget file after checking: every fact valid by itself. */
export interface Budget {
  readonly year: number;
  readonly documentKind: DocumentKind;
  /** The unit that publishes the document. */
  readonly unit: Unit;
  /** It and its 下属单位, in the order of the file. */
  readonly units: readonly Unit[];
  readonly projects: readonly Project[];
  readonly facts: readonly ExpenditureFact[];
  /** 批复: totals that the finance bureau approved, by figure name. */
  readonly approvals: ReadonlyMap<string, StatedAmount>;
  /** 上年数: last year's amounts, by figure name. */
  readonly lastYear: ReadonlyMap<string, StatedAmount>;
  /** 前年数: the amounts of the year before that, which some forms print. */
  readonly yearBeforeLast: ReadonlyMap<string, StatedAmount>;
  /** 同口径调整, by figure name. */
  readonly adjustments: ReadonlyMap<string, Adjustment>;
  /** 科目对照: what became of last year's 科目. */
  readonly categoryMappings: readonly CategoryMapping[];
  /** What last year's file gives; absent where the file names none. */
  readonly lastYearFile?: LastYear;
  /** 原因: the officer's words on a change, by figure name. */
  readonly reasons: ReadonlyMap<string, Text>;
  /** Stated facts that are not expenditure, by the name under which a standard uses them. */
  readonly inputs: ReadonlyMap<string, StatedValue>;
  /** 表注: the unit's own note under a table, by the table's title. */
  readonly tableNotes: ReadonlyMap<string, readonly Text[]>;
  /** 名词解释: the unit's own definitions, by term. */
  readonly definitions: ReadonlyMap<string, Text>;
  /** 自设科目: what the file declares beside the year's list. */
  readonly ownCategories?: readonly Category[];
  /** Where each section of the file begins, by its key. */
  readonly places: ReadonlyMap<string, Span>;
  /** What the file gives and could not be read; nobody should be told that it is missing. */
  readonly unread: Unread;
  readonly span: Span;
}
