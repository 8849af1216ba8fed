import type { Command } from "../options.ts";

export const doctor: Command = {
  name: "doctor",
  usage: ["doctor       [--browser 路径]"],
  about: [["doctor", "看看用的是哪个浏览器、哪些字体，缺什么、怎么补"]],
  examples: [],
  options: ["browser"],
  read: (words, { browser }) => {
    if (words.length > 0) return { fault: "doctor 后面不用写文件" };
    return async (terminal) => (await import("../doctor.ts")).runDoctor(browser, terminal);
  },
};
