/** How a name came not to be told from its content, and where in its line. */
export interface KeySlip {
  readonly code: string;
  readonly at: number;
  readonly width: number;
  readonly message: string;
  readonly hint: string;
}

/** Colons that are none to YAML: the full-width one, and its likes of other input methods. */
export const WIDE_COLONS = "：﹕∶";

/** Blanks that are none to YAML: the full-width one, that of web pages, and those of typesetting. */
const WIDE_BLANKS = "\\u3000\\u00a0\\u2000-\\u200b\\u202f";

const NAME = `(\\s*(?:- +)?[^:${WIDE_COLONS}#|>"']{1,30})`;
const WIDE_COLON = new RegExp(`^${NAME}[${WIDE_COLONS}]`);
const WIDE_BLANK = new RegExp(`^${NAME}:[${WIDE_BLANKS}]`);
const TIGHT_COLON = new RegExp(`^${NAME}:[^\\s/:${WIDE_COLONS}]`);

/** Finds a name that is not told from its content: 年度：2024, 30201 办公费:600, -项目名称: …. */
export function keySlip(text: string): KeySlip | undefined {
  const [, blanks = "", dash] = /^(\s*)(-(?=[^\s-])|[－—–·•]\s*)[^\s:：][^:：]{0,20}: /.exec(text) ?? [];
  if (dash !== undefined) {
    const message = dash === "-" ? "“-”后面缺少空格" : `“${dash.trim()}”不是半角减号，当不了一项的开头`;
    return { code: "dash-without-blank", at: blanks.length, width: dash.length, message, hint: "写成“- 项目名称: …”" };
  }
  const wide = nameBefore(WIDE_COLON, text);
  if (wide !== undefined && !isSentence(wide)) {
    const message = `这里用了全角冒号“${text[wide.length]}”`;
    return { code: "full-width-colon", at: wide.length, width: 1, message, hint: "名称后面写半角冒号和一个空格，例如“年度: 2024”" };
  }
  const blank = nameBefore(WIDE_BLANK, text);
  const hint = "冒号后面空一格，例如“30201 办公费: 138,000”";
  if (blank !== undefined) return { code: "colon-without-blank", at: blank.length, width: 2, message: "冒号后面不是半角空格", hint };
  const tight = nameBefore(TIGHT_COLON, text);
  return tight === undefined ? undefined : { code: "colon-without-blank", at: tight.length, width: 1, message: "冒号后面缺少空格", hint };
}

function nameBefore(pattern: RegExp, text: string): string | undefined {
  const name = pattern.exec(text)?.[1];
  return name === undefined || /[，。；]/.test(name) ? undefined : name;
}

/** An item of a list whose words lead up to a colon: - 负责以下工作：…; the keys of an item are short. */
function isSentence(name: string): boolean {
  return /^\s*- /.test(name) && name.replace(/^\s*- +/, "").length > 4;
}
