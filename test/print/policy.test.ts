import { expect, it } from "vitest";
import { PRINT_POLICY, policyFault } from "../../src/print/policy.ts";

const withPolicy = (policy: string, before = ""): string =>
  `<!DOCTYPE html>\n<html lang="zh-CN">\n<head>${before}<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}"><title>x</title></head>`;

it("accepts a policy that shuts everything out", () => {
  expect(policyFault(withPolicy(PRINT_POLICY))).toBeUndefined();
  expect(policyFault(withPolicy("default-src 'none'"))).toBeUndefined();
});

it.each([
  ["no policy", "<!DOCTYPE html><html><head><title>x</title></head>"],
  ["a policy that comes too late", withPolicy(PRINT_POLICY, '<link rel="stylesheet" href="http://x/">')],
  ["no default", withPolicy("img-src 'none'")],
  ["an open default", withPolicy("default-src *")],
  ["an outside font", withPolicy("default-src 'none'; font-src https://fonts.example")],
  ["scripts", withPolicy("default-src 'none'; script-src 'unsafe-inline'")],
  ["a page that goes elsewhere", `${withPolicy(PRINT_POLICY)}<META content="0;url=x" HTTP-EQUIV='Refresh'>`],
  ["images from anywhere", withPolicy("default-src 'none'; img-src https:")],
])("refuses %s", (_, html) => {
  expect(policyFault(html)).toBeDefined();
});
