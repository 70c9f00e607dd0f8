import preact from "@preact/preset-vite";
import { defineConfig } from "wxt";
import { zodWithoutJsonSchema } from "./scripts/build/zod-without-json-schema";

/** Remote images, frames, fonts and media never load in an extension page, whatever an article's body says. */
const EXTENSION_PAGE_CSP = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  // The sync endpoint is the admin's choice, and https or loopback is checked in the code.
  "connect-src 'self' https: http:",
].join("; ");

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [preact(), zodWithoutJsonSchema()],
    worker: { plugins: () => [zodWithoutJsonSchema()] },
    build: {
      ...{ target: "es2022", minify: "terser", chunkSizeWarningLimit: 800 },
      // Every browser that the manifest admits preloads modules by itself.
      modulePreload: { polyfill: false },
    },
  }),
  manifest: ({ browser }) => ({
    name: "Souffleur",
    // The browser takes these from `public/_locales`, in its own language.
    default_locale: "en",
    description: "__MSG_description__",
    minimum_chrome_version: browser === "firefox" ? undefined : "116",
    permissions: [
      "storage",
      "unlimitedStorage",
      "alarms",
      "scripting",
      ...(browser === "firefox" ? [] : ["sidePanel"]),
    ],
    // The tools for one page are put in on demand, and open tabs get their reader back after an update. The install
    // warning is the one that the content scripts call for anyway.
    host_permissions: ["https://*.zendesk.com/*", "https://*.freshdesk.com/*"],
    // A helpdesk on a host name of its own is asked for one by one, in the options.
    optional_host_permissions: ["https://*/*"],
    // Firefox has policies without a schema, and warns of this key.
    ...(browser === "firefox" ? {} : { storage: { managed_schema: "managed-schema.json" } }),
    action: { default_title: "__MSG_openOrClose__" },
    commands: {
      [browser === "firefox" ? "_execute_sidebar_action" : "_execute_action"]: {
        suggested_key: { default: "Alt+Shift+S" },
        description: "__MSG_openOrClose__",
      },
    },
    content_security_policy: { extension_pages: EXTENSION_PAGE_CSP },
    ...(browser === "firefox" && {
      browser_specific_settings: {
        gecko: {
          id: "souffleur@souffleur.example",
          strict_min_version: "128.0",
          data_collection_permissions: { required: ["none"] },
        },
      },
    }),
  }),
});
