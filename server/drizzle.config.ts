import { defineConfig } from "drizzle-kit";

/** `npx drizzle-kit generate --config server/drizzle.config.ts` writes the next migration after a change of the schema. */
export default defineConfig({ dialect: "postgresql", schema: "./server/db/*schema.ts", out: "./server/migrations" });
