import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing/vitest-plugin";

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    // A forked process that ends while vitest 4 still writes to it (EPIPE) fails a run in which every test passed, now and
    // then, on busy machines. Vitest 5 minds that, and needs Node 22.
    pool: "threads",
    // One fewer than there are cores is the default: on two cores half the machine would wait.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    include: ["tests/**/*.test.{ts,tsx}"],
    // Need PostgreSQL: vitest.postgres.config.ts.
    exclude: [...configDefaults.exclude, "tests/server/**/postgres/**"],
    globalSetup: ["tests/server/template-database.ts"],
    setupFiles: ["fake-indexeddb/auto"],
    restoreMocks: true,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
