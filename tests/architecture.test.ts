/** Who may import whom (docs/architecture.md). A folder may import itself and what its row lists, nothing else. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");

type Rule = {
  /** Folders or files, relative to the root; the longest match decides. */
  may: string[];
  /** Of these, types only. */
  types?: string[];
  packages: string[];
};

const LIBRARY = [
  "lib/contract",
  "lib/ticket.ts",
  "lib/page-commands.ts",
  "lib/simple-markup.ts",
  "lib/text",
  "lib/library-index",
  "lib/drafting",
  "lib/learning",
  "lib/ranking",
  "lib/search",
  "lib/reading",
  "lib/db",
  "lib/api",
  "lib/sync",
];

const RULES: Record<string, Rule> = {
  "lib/contract": { may: [], packages: ["zod"] },
  "lib/ticket.ts": { may: ["lib/contract"], packages: [] },
  "lib/page-commands.ts": { may: ["lib/contract", "lib/ticket.ts"], packages: [] },
  "lib/simple-markup.ts": { may: [], packages: [] },
  "lib/text": { may: [], packages: ["@orama/stemmers", "@orama/stopwords"] },
  "lib/library-index": { may: ["lib/contract", "lib/text"], packages: [] },
  "lib/drafting": { may: ["lib/contract", "lib/ticket.ts", "lib/simple-markup.ts", "lib/text"], packages: [] },
  "lib/learning": { may: ["lib/contract", "lib/ticket.ts", "lib/text"], packages: [] },
  "lib/ranking": {
    may: ["lib/contract", "lib/ticket.ts", "lib/text", "lib/library-index", "lib/learning"],
    packages: [],
  },
  "lib/search": { may: ["lib/contract", "lib/text", "lib/library-index", "lib/ranking"], packages: [] },
  "lib/reading": { may: ["lib/contract", "lib/text", "lib/library-index"], packages: [] },
  "lib/db": { may: ["lib/contract"], packages: ["dexie", "idb-keyval"] },
  "lib/api": { may: ["lib/contract"], packages: [] },
  "lib/sync": { may: ["lib/contract", "lib/db", "lib/api"], packages: [] },
  "lib/worker": { may: LIBRARY, packages: ["uuidv7", "diff"] },
  "lib/browser": { may: ["lib/contract", "lib/ticket.ts", "lib/page-commands.ts"], packages: ["wxt"] },
  "content-scripts": { may: [], types: ["lib/ticket.ts", "lib/page-commands.ts", "lib/contract"], packages: [] },
  components: {
    may: ["lib/contract", "lib/ticket.ts", "lib/page-commands.ts", "lib/simple-markup.ts"],
    types: ["lib/worker", "lib/browser"],
    packages: ["preact", "@preact/signals", "lucide-preact", "dompurify"],
  },
  entrypoints: {
    may: [...LIBRARY, "lib/worker", "lib/browser", "content-scripts", "components"],
    packages: ["preact", "@preact/signals", "wxt"],
  },
  server: {
    may: ["lib/contract"],
    packages: [
      "hono",
      "@hono/zod-openapi",
      "@hono/node-server",
      "drizzle-orm",
      "drizzle-kit",
      "@electric-sql/pglite",
      "postgres",
      "marked",
      "sanitize-html",
      "htmlparser2",
      "uuidv7",
      "pino",
      "prom-client",
      "rate-limiter-flexible",
      "yaml",
      "turndown",
      "@joplin/turndown-plugin-gfm",
      "diff",
      "node",
    ],
  },
};

const FOLDERS = Object.keys(RULES).sort((a, b) => b.length - a.length);

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

function folderOf(path: string): string | undefined {
  return FOLDERS.find((folder) => path === folder || `${path}.ts` === folder || path.startsWith(`${folder}/`));
}

type Import = { target: string; isTypeOnly: boolean };

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), "utf8"), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ target: node.moduleSpecifier.text, isTypeOnly: node.importClause?.isTypeOnly === true });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ target: node.moduleSpecifier.text, isTypeOnly: node.isTypeOnly });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [target] = node.arguments;
      found.push({ target: target && ts.isStringLiteral(target) ? target.text : "(computed)", isTypeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function packageOf(target: string): string {
  if (target.startsWith("node:")) return "node";
  return target
    .split("/")
    .slice(0, target.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Why an import breaks the rule of the file's folder; null when it does not. */
function violation(file: string, { target, isTypeOnly }: Import): string | null {
  const own = folderOf(file);
  const rule = own ? RULES[own] : undefined;
  if (!own || !rule) return `${file} lies in no folder with a rule`;
  if (!target.startsWith(".")) {
    return rule.packages.includes(packageOf(target)) ? null : `${file} imports the package ${target}`;
  }
  if (/\.css$/.test(target)) return null;
  const to = relative(ROOT, resolve(ROOT, file, "..", target));
  const other = folderOf(to) ?? (to === "package.json" || /\.json$/.test(to) ? own : to);
  if (other === own || rule.may.includes(other)) return null;
  if (rule.types?.includes(other)) return isTypeOnly ? null : `${file} imports more than types from ${to}`;
  return `${file} imports ${to}`;
}

describe.each(["lib", "content-scripts", "components", "entrypoints", "server"])("%s", (folder) => {
  it("imports only what its row allows", () => {
    const files = sourceFiles(folder);

    const violations = files.flatMap((file) => importsOf(file).flatMap((each) => violation(file, each) ?? []));

    expect(files.length).toBeGreaterThan(0);
    expect(violations).toEqual([]);
  });
});

it.each([
  ["lib/search/x.ts", { target: "../db/articles", isTypeOnly: false }],
  ["lib/db/x.ts", { target: "../api/client", isTypeOnly: true }],
  ["content-scripts/x.ts", { target: "../lib/ticket", isTypeOnly: false }],
  ["content-scripts/x.ts", { target: "zod", isTypeOnly: false }],
  ["components/x.tsx", { target: "../lib/worker/transport", isTypeOnly: false }],
  ["server/x.ts", { target: "../lib/ticket", isTypeOnly: false }],
])("the rule catches %s importing %o", (file, each) => {
  expect(violation(file, each)).not.toBeNull();
});

it("entries only build, wire and start: none is over 60 lines", () => {
  const long = sourceFiles("entrypoints").filter(
    (file) => readFileSync(join(ROOT, file), "utf8").trimEnd().split("\n").length > 60,
  );

  expect(long).toEqual([]);
});

it("no source file is over 300 lines", () => {
  const folders = ["lib", "content-scripts", "components", "entrypoints", "server", "scripts", "tests"];
  const long = folders
    .flatMap(sourceFiles)
    .filter((file) => readFileSync(join(ROOT, file), "utf8").split("\n").length > 301);

  expect(long).toEqual([]);
});
