import type { Style } from "./numbers.ts";

/**
 * The sentences of the published forms, as somebody writes them down who has only the published documents. Each is one whole
 * paragraph. 〔金额 X〕 is what it says of X, 〔增减 X manner〕 a clause of change, 〔占 X Y〕 a share, 〔名单 L〕 a list of
 * amounts, 〔零 X words〕 words that mean 0; 〔年〕 is the year of the document.
 */
export interface Form {
  readonly amounts: Style;
  readonly rates: Style;
  readonly manners: Readonly<Record<string, Manner>>;
  readonly lists: Readonly<Record<string, List>>;
  readonly sentences: readonly Sentence[];
  /** Where a table prints the same amount again. */
  readonly cells: readonly TableCell[];
}

export interface Sentence {
  readonly text: string;
  /** Printed with zeros at the end dropped, whatever the form does elsewhere. */
  readonly brief?: true;
}

/** One way of wording a change; its named groups are what the reader judges. */
export interface Manner {
  readonly clause: string;
  /** Whether it says by how many percent. */
  readonly rated: boolean;
  /** 增加 or 减少 of 0, or 持平: what says that nothing changed. */
  readonly still: "增加" | "减少" | "持平";
  readonly reason: "always" | "where it moved" | "where it moved or its parts did" | "never";
}

export interface List {
  /** One entry: its name, amount and share. */
  readonly entry: string;
  readonly separator: string;
  /** Of what a share is. */
  readonly whole?: string;
  /** Before the names, so that a list's 上年结转 is no other figure. */
  readonly prefix: string;
  /** The table that has a row for each entry. */
  readonly table?: string;
}

/** The amount in a table beside, or some cells to the right of, the cell that is a label without its ordinal. */
export interface TableCell {
  readonly figure: string;
  readonly table: string;
  readonly label: string;
  readonly right?: number;
}

export const NUMBER = "-?[\\d,]+(?:\\.\\d+)?";
export const REASON = "业务需要";

/** Where last year's amount is not the one that was published, a form says what it is and why. */
function adjustedBase(words: string): string {
  return `(?:（${words}按同口径调整为(?<adjusted>${NUMBER})万元：[^：（）]+）)?`;
}

const UNIT = "本(?:部门|单位)";

function qingyuan(): Form {
  const part = (figure: string): string => `${figure}〔金额 ${figure}〕，〔增减 ${figure} 比上年〕，主要原因是〔理由〕`;
  const inner = (figure: string): string => `${figure}〔金额 ${figure}〕，〔增减 ${figure} 只写数〕`;
  const more = `比上年(?<verb>增加|减少)(?<difference>${NUMBER})万元`;
  const adjusted = adjustedBase("上年数");
  const cell = (figure: string, label: string): TableCell => ({ figure, table: "08", label });
  return {
    amounts: { zeros: "dropped", separator: true },
    rates: { zeros: "dropped", separator: false },
    manners: {
      比上年: {
        clause: `${more}，(?<rateVerb>增长|下降)(?:(?<under>不足)?(?<rate>${NUMBER})%|--（(?<noBase>基数为0，不可比)）)${adjusted}`,
        rated: true,
        still: "增加",
        reason: "never",
      },
      只写数: { clause: more, rated: false, still: "增加", reason: "never" },
    },
    lists: {},
    sentences: [
      {
        text: `〔年〕年${UNIT}收入预算〔金额 收入总计〕，〔增减 收入总计 比上年〕，主要原因是〔理由〕；支出预算〔金额 支出总计〕，〔增减 支出总计 比上年〕，主要原因是〔理由〕。`,
      },
      {
        text:
          `〔年〕年${UNIT}财政拨款安排“三公”经费〔金额 三公经费〕，〔增减 三公经费 比上年〕，主要原因是〔理由〕。其中：${part("因公出国（境）费")}；` +
          `公务用车购置及运行维护费〔金额 公务用车〕（${inner("公务用车购置费")}；${inner("公务用车运行维护费")}。）〔增减 公务用车 比上年〕，主要原因是〔理由〕；` +
          `${part("公务接待费")}。`,
      },
      { text: `行政经费（机关运行经费）指[^%]*。〔年〕年，${UNIT}机关运行经费安排〔金额 机关运行经费〕，〔增减 机关运行经费 比上年〕，主要原因是〔理由〕。` },
    ],
    cells: [
      { figure: "收入总计", table: "01", label: "收入总计" },
      { figure: "支出总计", table: "01", label: "支出总计" },
      { figure: "收入总计", table: "02", label: "合计" },
      cell("机关运行经费", "行政经费"),
      cell("三公经费", "“三公”经费"),
      cell("因公出国（境）费", "因公出国（境）支出"),
      cell("公务用车", "公务用车购置及运行维护支出"),
      cell("公务用车购置费", "公务用车购置费"),
      cell("公务用车运行维护费", "公务用车运行维护费"),
      cell("公务接待费", "公务接待费支出"),
    ],
  };
}

function siping(): Form {
  const adjusted = adjustedBase("\\d{4}年预算数");
  const against = (words: string): string => `比(?<year>\\d{4})年${words}(?<verb>增加|减少)(?<difference>${NUMBER})万元${adjusted}`;
  const stillBase = adjusted.replace("adjusted", "stillAdjusted");
  const shared = (words: string, figure: string, whole: string): string => `${words}〔金额 ${figure}〕，占〔占 ${figure} ${whole}〕`;
  const money = "一般公共预算拨款";
  const cell = (figure: string, table: string, label: string, right?: number): TableCell => ({ figure, table, label, ...(right && { right }) });
  const outside = ["事业单位经营支出", "上缴上级支出", "对附属单位补助支出", "结转下年"].map((name) => `(?:；${shared(name, name, "支出总计")})?`).join("");
  return {
    amounts: { zeros: "kept", separator: false },
    rates: { zeros: "whole", separator: false },
    manners: {
      总预算: {
        clause: `(?:${against("预算数")}。主要原因是(?<reason>${REASON})|与(?<stillYear>\\d{4})年预算数(?<still>持平))`,
        rated: false,
        still: "持平",
        reason: "where it moved",
      },
      三公: { clause: `${against("预算数")}(?:，主要原因是(?<reason>${REASON}))?`, rated: false, still: "减少", reason: "where it moved or its parts did" },
      三公合计: { clause: against("预算数"), rated: false, still: "减少", reason: "never" },
      运行经费: { clause: `(?:${against("预算")}|与(?<stillYear>\\d{4})年预算(?<still>持平)${stillBase})`, rated: false, still: "持平", reason: "never" },
    },
    lists: {
      收入构成: { entry: `(?<name>.+?)(?<amount>${NUMBER})万元，占(?<share>${NUMBER})%`, separator: "；", whole: "本年收入", prefix: "收入·", table: "01" },
      拨款支出: { entry: `(?<name>.+?)(?<amount>${NUMBER})万元`, separator: "，", prefix: "拨款支出·" },
    },
    sentences: [
      {
        text: "(?:收入包括：[^：。]+(?:；支出包括：[^：。]+)?。)?〔年〕年收支总预算〔金额 收入总计〕，(?:其中当年预算〔金额 当年预算〕，上年结转〔金额 上年结转〕|全部为当年预算)。〔增减 收入总计 总预算〕。",
      },
      {
        text: `〔年〕年收入预算〔金额 收入总计〕，其中：${shared("本年收入", "本年收入", "收入总计")}(?:；${shared("使用非财政拨款结余", "非财政拨款结余", "收入总计")})?(?:；${shared("上年结转", "上年结转", "收入总计")})?。(?:本年收入中，〔名单 收入构成〕。)?`,
      },
      {
        text: `〔年〕年支出预算〔金额 支出总计〕，其中：${shared("基本支出", "基本支出", "支出总计")}；${shared("项目支出", "项目支出", "支出总计")}${outside}。`,
      },
      {
        text: `〔年〕年财政拨款收支总预算〔金额 财政拨款〕，其中：本年收入〔金额 财政拨款本年收入〕(?:；上年结转〔金额 财政拨款结转〕)?。(?:支出包括：(?:〔名单 拨款支出〕)?；?(?:结转下年〔金额 财政拨款结转下年〕)?。)?`,
      },
      {
        text:
          `〔年〕年${money}〔金额 ${money}〕(?:（不含上年结转〔金额 一般公共预算结转〕）)?，其中：${shared("基本支出", "拨款基本支出", money)}；` +
          `${shared("项目支出", "拨款项目支出", money)}(?:；${shared("结转下年", "拨款结转下年", money)})?。` +
          `(?:基本支出中，${shared("人员经费", "拨款人员经费", "拨款基本支出")}；${shared("公用经费", "拨款公用经费", "拨款基本支出")}。)?`,
      },
      { text: `[^，。]+（类）支出〔金额 本段·本类〕，占〔占 本段·本类 ${money}〕，主要用于[^，。]*。` },
      { text: "〔年〕年“三公”经费预算数为〔金额 三公经费〕，〔增减 三公经费 三公合计〕。其中：" },
      { text: "1、因公出国（境）费〔金额 因公出国（境）费〕，〔增减 因公出国（境）费 三公〕。" },
      { text: "2、公务接待费〔金额 公务接待费〕，〔增减 公务接待费 三公〕。" },
      {
        text: "3、公务用车购置及运行费〔金额 公务用车〕(?:（公务用车运行维护费〔金额 公务用车运行维护费〕，公务用车购置〔金额 公务用车购置费〕）)?，〔增减 公务用车 三公〕。",
      },
      {
        text: "〔年〕年(?:(?:部门本级|本单位)等|(?:部门|单位)所属)\\d+家[^\\d，。]+的机关运行经费财政拨款预算〔金额 机关运行经费〕，〔增减 机关运行经费 运行经费〕。",
      },
    ],
    cells: [
      cell("收入总计", "01", "收入总计"),
      cell("支出总计", "01", "支出总计"),
      cell("本年收入", "01", "本年收入合计"),
      cell("上年结转", "01", "上年结转"),
      cell("结转下年", "01", "结转下年"),
      cell("基本支出", "03", "合计", 1),
      cell("项目支出", "03", "合计", 2),
      cell("财政拨款", "04", "收入总计"),
      cell("财政拨款本年收入", "04", "本年收入合计"),
      cell("财政拨款结转", "04", "上年结转"),
      cell("拨款基本支出", "06", "合计"),
      cell("拨款人员经费", "06", "合计", 1),
      cell("拨款公用经费", "06", "合计", 2),
      cell("三公经费", "07", "合计"),
      cell("因公出国（境）费", "07", "因公出国（境）费用"),
      cell("公务接待费", "07", "公务接待费"),
      cell("公务用车", "07", "公务用车费"),
      cell("公务用车运行维护费", "07", "公务用车运行维护费"),
      cell("公务用车购置费", "07", "公务用车购置"),
    ],
  };
}

function suizhou(): Form {
  const rate = `(?:，(?:同比)?(?<rateVerb>增加|减少)(?<under>不足)?(?<rate>${NUMBER})%|（上年(?<noBase>基数为0，不可比)）)`;
  const adjusted = adjustedBase("上年预算安排");
  const moved = `(?<verb>增加|减少)(?<difference>${NUMBER})万元${rate}${adjusted}`;
  const amount = `(?<name>.+?)(?<amount>${NUMBER})万元`;
  const line = (figure: string, end: string): Sentence => ({ text: `${figure}〔金额 ${figure}〕，较上年预算安排〔增减 ${figure} 说原因〕${end}` });
  const cell = (figure: string, table: string, label: string, right?: number): TableCell => ({ figure, table, label, ...(right && { right }) });
  return {
    amounts: { zeros: "dropped", separator: false },
    rates: { zeros: "whole", separator: false },
    manners: {
      说原因: {
        clause: `(?:(?<still>持平)${adjusted.replace("adjusted", "stillAdjusted")}|${moved}，(?<reasonVerb>增加|减少)原因(?:是|为)(?<reason>${REASON}))`,
        rated: true,
        still: "持平",
        reason: "where it moved",
      },
      不说原因: { clause: `(?:(?<still>持平)|${moved})`, rated: true, still: "持平", reason: "never" },
    },
    lists: {
      收入种类: { entry: amount, separator: "，", prefix: "收入·", table: "01" },
      支出构成: { entry: `${amount}，占预算总额的(?<share>${NUMBER})%`, separator: "；", whole: "支出总计", prefix: "支出·" },
      公用科目: { entry: amount, separator: "，", prefix: "公用·" },
      采购种类: { entry: amount, separator: "、", prefix: "采购·" },
      采购面向: { entry: `${amount}，占政府采购(?<share>${NUMBER})%`, separator: "；", whole: "政府采购", prefix: "采购·" },
    },
    sentences: [
      { text: `〔年〕年${UNIT}收入预算总额为〔金额 收入总计〕(?:，(?:全部为[^，。]+|其中：〔名单 收入种类〕))?。较上年收入预算安排〔增减 收入总计 说原因〕。` },
      { text: `〔年〕年${UNIT}支出预算总额〔金额 支出总计〕。(?:按支出经济分类划分：〔名单 支出构成〕。)?较上年支出预算安排〔增减 支出总计 说原因〕。` },
      {
        text: `〔年〕年${UNIT}(?:财政拨款支出预算为〔金额 财政拨款〕|〔零 财政拨款 没有使用财政拨款安排的支出〕)，较上年财政拨款支出预算安排〔增减 财政拨款 说原因〕。`,
      },
      {
        text: `〔年〕年${UNIT}(?:日常公用经费预算合计〔金额 公用经费〕(?:，(?:全部为[^，。\\d]+|其中〔名单 公用科目〕))?|〔零 公用经费 没有安排日常公用经费预算〕)。较上年公用经费预算安排〔增减 公用经费 说原因〕。`,
      },
      {
        text: `〔年〕年${UNIT}(?:政府采购预算总额为〔金额 政府采购〕(?:，(?:全部为[^，。\\d]+|包括〔名单 采购种类〕))?(?:，其中〔名单 采购面向〕)?|〔零 政府采购 没有安排政府采购预算〕)。较上年政府采购预算安排〔增减 政府采购 说原因〕。`,
      },
      {
        text: `截止[\\d年月日]+，${UNIT}资产总额为〔金额 资产总额〕，其中：流动资产为〔金额 流动资产〕，固定资产为〔金额 固定资产〕(?:，其他资产为〔金额 其他资产〕)?。较上年资产总额〔增减 资产总额 说原因〕。`,
      },
      { text: "〔年〕年[^，。]*“三公”经费年初预算安排〔金额 三公经费〕，较上年“三公”经费预算安排〔增减 三公经费 不说原因〕。其中：" },
      line("因公出国（境）费", "；"),
      line("公务接待费", "；"),
      line("公务用车运行维护费", "；"),
      line("公务用车购置费", "。"),
    ],
    cells: [
      cell("收入总计", "01", "收入总计"),
      cell("支出总计", "01", "支出总计"),
      cell("支出·项目支出", "03", "合计", 2),
      cell("支出·年终结转结余", "01", "年终结转结余"),
      cell("财政拨款", "04", "收入总计"),
      cell("三公经费", "07", "", 0),
      cell("因公出国（境）费", "07", "", 1),
      cell("公务用车购置费", "07", "", 3),
      cell("公务用车运行维护费", "07", "", 4),
      cell("公务接待费", "07", "", 5),
    ],
  };
}

/** The form of each standard; 清远县区 differs from 清远 in one table only. */
export const FORMS: Readonly<Record<string, Form>> = { 清远: qingyuan(), 清远县区: qingyuan(), 四平: siping(), 随州: suizhou() };
