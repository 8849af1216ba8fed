import type { Command } from "../options.ts";

export const explain: Command = {
  name: "explain",
  usage: ["explain      [代号…]"],
  about: [["explain", "说明一个代号：什么意思、怎么改、错的和对的例子；不写代号就列出全部代号"]],
  examples: ["explain bad-amount"],
  options: [],
  read: (codes) => async (terminal) => (await import("../explain.ts")).runExplain(codes, terminal),
};
