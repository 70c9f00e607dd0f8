/**
 * zod carries what writes JSON Schemas with every schema, some 8 kB of each page (gzip). The extension parses with zod
 * and writes none, so its builds leave that out. The server is not built this way.
 */
import type { Plugin } from "vite";

const LEFT_OUT = /\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/;

/** The names a module exports, of functions and constants alike. */
function exportedNames(code: string): string[] {
  const declared = [...code.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)].map(([, name]) => name);
  const listed = [...code.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, names = ""]) =>
    names.split(",").map((name) => name.split(" as ").at(-1)?.trim()),
  );
  return [...declared, ...listed].filter((name) => name !== undefined && name !== "") as string[];
}

/** Leaves each of the exports as a function that does nothing and answers itself, as the schemas call some when made. */
export function zodWithoutJsonSchema(): Plugin {
  return {
    name: "zod-without-json-schema",
    enforce: "pre",
    transform(code, id) {
      if (!LEFT_OUT.test(id)) return null;
      const exports = exportedNames(code).map((name) => `export const ${name} = leftOut;`);
      if (exports.length === 0) throw new Error(`zod's ${id} exports nothing that is known: look at its new version`);
      return { code: ["const leftOut = () => leftOut;", ...exports].join("\n"), map: null };
    },
  };
}
