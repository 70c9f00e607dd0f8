import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { defineConfig } from "vite";

const root = fileURLToPath(new URL(".", import.meta.url));

/** A page of its own for looking at the views: `npx vite --config tests/gallery/vite.config.ts`. */
export default defineConfig({
  root,
  publicDir: fileURLToPath(new URL("../../public", import.meta.url)),
  plugins: [preact()],
  server: { port: 5199, strictPort: true, fs: { allow: ["../.."] } },
  build: { outDir: "../../.output/gallery", emptyOutDir: true },
});
