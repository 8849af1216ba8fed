import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Modules hold no state but what they read of the sources; loading them anew for each file took a third of the time.
    isolate: false,
    reporters: ["default", "./test/support/closing-line.ts"],
  },
});
