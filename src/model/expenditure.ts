/** 支出性质: the nature of an expenditure, as 表“支出总体情况” lists them. */
export const EXPENDITURE_NATURES = ["基本支出", "项目支出", "事业单位经营支出", "对附属单位补助支出", "上缴上级支出", "结转下年"] as const;
export type ExpenditureNature = (typeof EXPENDITURE_NATURES)[number];

/** 支出性质 whose money is given or kept rather than spent on goods and people: they need no 经济科目. */
export const NATURES_WITHOUT_ECONOMIC: ReadonlySet<ExpenditureNature> = new Set(["对附属单位补助支出", "上缴上级支出", "结转下年"]);

/** 资金来源: income is the same money seen by its source, so every fact names one. */
export const FUND_SOURCES = [
  "一般公共预算",
  "政府性基金预算",
  "国有资本经营预算",
  "教育收费",
  "其他专户收入",
  "事业收入",
  "事业单位经营收入",
  "其他收入",
  "上级补助收入",
  "附属单位上缴收入",
  "用事业基金弥补收支差额",
] as const;
export type FundSource = (typeof FUND_SOURCES)[number];

/** Names for several 资金来源 at once (财政部预算管理一体化规范 的收入分类). */
export const FUND_SOURCE_GROUPS: Readonly<Record<string, readonly FundSource[]>> = {
  财政拨款: ["一般公共预算", "政府性基金预算", "国有资本经营预算"],
  财政专户管理资金: ["教育收费", "其他专户收入"],
  单位资金: ["事业收入", "事业单位经营收入", "其他收入", "上级补助收入", "附属单位上缴收入", "用事业基金弥补收支差额"],
};

/** 资金年度: whether the money is granted this year or carried over from the last. */
export const MONEY_YEARS = ["本年", "上年结转"] as const;
export type MoneyYear = (typeof MONEY_YEARS)[number];

/** 单位性质: which of them a unit is decides among others whether it has 机关运行经费. */
export const UNIT_NATURES = ["行政单位", "参公事业单位", "事业单位"] as const;
export type UnitNature = (typeof UNIT_NATURES)[number];

/** 文种: whether the document is a department's or one unit's; decides 本部门 or 本单位. */
export const DOCUMENT_KINDS = ["部门预算", "单位预算"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** 级别 of a unit, from wide to narrow: whose money it spends. */
export const UNIT_LEVELS = ["中央级", "省级", "市级", "县级", "区级", "乡镇级"] as const;
export type UnitLevel = (typeof UNIT_LEVELS)[number];
