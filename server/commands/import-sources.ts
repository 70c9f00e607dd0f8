import { openHtmlSource } from "../import/files/html-source";
import { openLinesSource } from "../import/files/lines-source";
import { openMarkdownSource } from "../import/files/markdown-source";
import { createFreshdeskSource } from "../import/freshdesk/freshdesk-source";
import type { ImportSource } from "../import/source";
import type { Web } from "../import/web/json-client";
import { waitFor } from "../import/web/wait-for";
import { createZendeskSource } from "../import/zendesk/zendesk-source";
import { type CommandContext, CommandError, SEE_HELP } from "./command";
import { parseLanguage } from "./parse-language";
import { parseOptions } from "./parse-options";

const DEFAULT_LANGUAGE = "en";

const options = {
  data: { type: "string" },
  language: { type: "string" },
  source: { type: "string" },
  "id-prefix": { type: "string" },
  host: { type: "string" },
  "base-url": { type: "string" },
  locale: { type: "string", multiple: true },
  "dry-run": { type: "boolean" },
  "keep-missing": { type: "boolean" },
  "archive-many": { type: "boolean" },
  "allow-public": { type: "boolean" },
  restart: { type: "boolean" },
} as const;

const KINDS = ["markdown", "html", "zendesk", "freshdesk"] as const;

/** `lines`: a file of JSON lines. */
export type SourceKind = (typeof KINDS)[number] | "lines";

export type ImportValues = ReturnType<typeof parseImport>["values"];

/** Options that only some kinds of sources have. */
const FOR: Partial<Record<keyof typeof options, readonly SourceKind[]>> = {
  source: ["lines", "markdown", "html"],
  language: ["lines", "markdown", "html", "freshdesk"],
  "id-prefix": ["markdown", "html"],
  host: ["zendesk", "freshdesk"],
  "base-url": ["zendesk", "freshdesk"],
  locale: ["zendesk", "freshdesk"],
};

/** Reads the command line. `place` is the file or folder; "" for a help center. Throws `CommandError`. */
export function parseImport(args: string[]) {
  const { values, positionals } = parseOptions({ args, options, allowPositionals: true });
  const [first, ...others] = positionals;
  const named = KINDS.find((each) => each === first);
  const kind: SourceKind = named ?? "lines";
  const places = named ? others : positionals;
  if (kind === "lines" && places.length !== 1) {
    throw new CommandError("import takes one file, markdown DIR, html DIR, zendesk --host or freshdesk --host.");
  }
  const isFolder = kind === "markdown" || kind === "html";
  if (isFolder && places.length !== 1) throw new CommandError(`import ${kind} takes one folder.`);
  if (named && !isFolder && places.length > 0) throw new CommandError(`import ${kind} takes --host and no file.`);
  for (const [option, kinds] of Object.entries(FOR)) {
    if (Object.hasOwn(values, option) && !kinds.includes(kind)) {
      throw new CommandError(`--${option} is for import ${kinds.join(", ").replace("lines", "FILE")}.`);
    }
  }
  return { kind, place: places[0] ?? "", values };
}

type Opening = {
  kind: SourceKind;
  place: string;
  values: ImportValues;
  context: CommandContext;
  stop: AbortSignal;
  say: (line: string) => void;
};

/** Opens what the command line names. Throws `CommandError` and `SourceError`. */
export async function openSource(opening: Opening): Promise<ImportSource> {
  const { kind, place, values } = opening;
  const language = parseLanguage(values.language) ?? DEFAULT_LANGUAGE;
  const named = { path: place, language, name: values.source ?? null, idPrefix: values["id-prefix"] ?? "" };
  switch (kind) {
    case "lines":
      return openLinesSource(named);
    case "markdown":
      return openMarkdownSource(named);
    case "html":
      return openHtmlSource(named);
    case "zendesk":
      return openZendesk(opening);
    case "freshdesk":
      return openFreshdesk(opening, language);
  }
}

function openZendesk(opening: Opening): ImportSource {
  const env = opening.context.env ?? {};
  const email = env.ZENDESK_EMAIL?.trim();
  const token = env.ZENDESK_API_TOKEN?.trim();
  if (Boolean(email) !== Boolean(token)) {
    throw new CommandError("ZENDESK_EMAIL and ZENDESK_API_TOKEN go together: set both, or none to read as anybody.");
  }
  const locales = localesOf(opening.values);
  const signIn = email && token ? { email, token } : null;
  if (signIn === null && (locales === null || locales === "all")) {
    throw new CommandError(
      "Without ZENDESK_EMAIL and ZENDESK_API_TOKEN only public articles can be read, and --locale has to name their languages (--locale en-us).",
    );
  }
  return createZendeskSource({ ...addressOf(opening, "acme.zendesk.com"), signIn, locales, web: webOf(opening) });
}

function openFreshdesk(opening: Opening, language: string): ImportSource {
  const apiKey = opening.context.env?.FRESHDESK_API_KEY?.trim();
  if (!apiKey)
    throw new CommandError("FRESHDESK_API_KEY is not set: Freshdesk's articles are read with an agent's API key.");
  const locales = localesOf(opening.values);
  if (locales === "all")
    throw new CommandError("--locale: Freshdesk does not tell which languages there are; name them.");
  const address = addressOf(opening, "acme.freshdesk.com");
  return createFreshdeskSource({ ...address, apiKey, language, locales: locales ?? [], web: webOf(opening) });
}

function localesOf({ locale }: ImportValues): string[] | "all" | null {
  if (locale === undefined) return null;
  const named = [...new Set(locale.map((each) => each.trim().toLowerCase()))];
  if (named.includes("all")) return "all";
  const wrong = named.find((each) => !/^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/.test(each));
  if (wrong !== undefined)
    throw new CommandError("--locale: expected a language as the help center names it, such as en-us, or all.");
  return named;
}

const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/** The sign-in travels along, so the address has to be https; `--base-url` stands in for it on this machine. */
function addressOf({ values, kind }: Opening, example: string): { host: string; origin: string } {
  const host = values.host?.trim().toLowerCase() ?? "";
  if (!HOST.test(host))
    throw new CommandError(`import ${kind} takes --host with a name such as ${example}. ${SEE_HELP}`);
  const base = values["base-url"];
  if (base === undefined) return { host, origin: `https://${host}` };
  const url = URL.canParse(base) ? new URL(base) : null;
  if (url?.protocol !== "http:" || !LOOPBACK.test(url.hostname)) {
    throw new CommandError("--base-url: expected an address on this machine, such as http://127.0.0.1:8080.");
  }
  return { host, origin: url.origin };
}

function webOf({ context, stop, say }: Opening): Web {
  return {
    ...{ fetch: context.fetch ?? fetch, clock: context.clock, random: Math.random, wait: waitFor },
    ...{ stop, onWait: say },
  };
}
