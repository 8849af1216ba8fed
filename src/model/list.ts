import type { Money } from "../base/money.ts";
import type { Span } from "../base/span.ts";
import type { ExpenditureFact, Project } from "./budget.ts";
import type { CategoryLevel } from "./classification.ts";
import type { Selection } from "./selection.ts";
import type { RowAxis } from "./table.ts";
import type { TextTemplate } from "./template.ts";

/** 名单: the members of an axis, or figures by name, that have money. Sentences print them, paragraphs and forms repeat over them. */
export interface ListSpec {
  readonly name: string;
  /** Figures with the name under which each is listed, instead of an axis. */
  readonly figures?: ReadonlyMap<string, string>;
  readonly axis?: RowAxis;
  readonly level?: CategoryLevel;
  readonly where: Selection;
  readonly labels: ReadonlyMap<string, string>;
  /** Whether members are listed whose money displays as 0. */
  readonly zeros: boolean;
  /** How one member prints; its name where there is none. */
  readonly item?: TextTemplate;
  readonly separator: string;
  readonly span: Span;
}

/** What a repeated paragraph, a form or an item of a list is about. */
export interface ListMember {
  readonly name: string;
  readonly code: string;
  /** Names of the 类, 款 and 项 that a 科目 belongs to, down to its own level. */
  readonly levels?: Readonly<Partial<Record<CategoryLevel, string>>>;
  readonly facts: readonly ExpenditureFact[];
  /** 元, exact. */
  readonly amount: Money;
  /** Last year's amount (元), where it is known. */
  readonly lastYear?: Money;
  /** Its money of last year, where last year's file is given. */
  readonly lastYearFacts?: readonly ExpenditureFact[];
  readonly project?: Project;
  /** The figure that it is, in a list of figures. */
  readonly figure?: string;
}

/** Words of a member by which templates print it. 简称 is the name without a final 支出. */
export const MEMBER_WORDS = ["名称", "编码", "简称", "类名称", "款名称", "项名称", "类简称", "款简称", "序号"] as const;
export type MemberWord = (typeof MEMBER_WORDS)[number];

/** Further words of a 项目. */
export const PROJECT_WORDS = ["项目名称", "项目编码", "项目类别", "单位名称", "绩效目标"] as const;
export type ProjectWord = (typeof PROJECT_WORDS)[number];

/** The figure that is the money of the member at hand. */
export const OWN_FIGURE = "本项";
