/** How a name came not to be told from its content, and where in its line. */
export interface KeySlip {
  readonly code: string;
  readonly at: number;
  readonly width: number;
  readonly message: string;
  readonly hint: string;
}

/** Finds a name that is not told from its content: 年度：2024, 30201 办公费:600, -项目名称: …. */
export function keySlip(text: string): KeySlip | undefined {
  const dash = /^(\s*)-[^\s-][^:：]{0,20}: /.exec(text);
  if (dash !== null) return { code: "dash-without-blank", at: dash[1]?.length ?? 0, width: 1, message: "“-”后面缺少空格", hint: "写成“- 项目名称: …”" };
  const colon = /^(\s*(?:- +)?[^:：#|>"']{1,30})：/.exec(text);
  if (colon?.[1] !== undefined && !/[，。；]/.test(colon[1]) && !isSentence(colon[1])) {
    return { code: "full-width-colon", at: colon[1].length, width: 1, message: "这里用了全角冒号“：”", hint: "名称后面写半角冒号和一个空格，例如“年度: 2024”" };
  }
  const tight = /^(\s*(?:- +)?[^:：#|>"']{1,30}):[^\s:：/]/.exec(text);
  if (tight?.[1] === undefined || /[，。；]/.test(tight[1])) return undefined;
  return { code: "colon-without-blank", at: tight[1].length, width: 1, message: "冒号后面缺少空格", hint: "冒号后面空一格，例如“30201 办公费: 138,000”" };
}

/** An item of a list whose words lead up to a colon: - 负责以下工作：…; the keys of an item are short. */
function isSentence(name: string): boolean {
  return /^\s*- /.test(name) && name.replace(/^\s*- +/, "").length > 4;
}
