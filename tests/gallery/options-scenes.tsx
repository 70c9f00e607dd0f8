import { OptionsPage } from "../../components/options/OptionsPage";
import type { HelpdeskHostState } from "../../lib/browser/helpdesk-hosts";
import type { ConnectionCheck, ShownLesson } from "../../lib/worker/protocol";
import { createHosts, createStoredOptions } from "../components/support";

const fine: ConnectionCheck = {
  outcome: "fine",
  me: {
    service: "souffleur",
    apiVersion: 1,
    serverVersion: "0.1.0",
    oldestClient: "0.1.0",
    agent: { id: "a1", name: "Ada Moreau", role: "agent", groups: [] },
    articleCount: 1240,
  },
};

const stored = createStoredOptions({
  connection: {
    libraryId: "l1",
    endpoint: "https://kb.acme.example",
    token: "sfl_0123456789abcdef",
    agentId: "a1",
    agentName: "Ada Moreau",
  },
  pastLibraries: [
    { libraryId: "l0", endpoint: "https://old-kb.acme.example", agentId: "a1", queuedFlags: 3 },
    { libraryId: "l9", endpoint: "http://localhost:8787", agentId: null, queuedFlags: 0 },
  ],
});

const HOSTS: HelpdeskHostState[] = [
  { host: "help.acme.example", helpdesk: "zendesk", isGranted: true, isFromPolicy: true },
  { host: "support.acme.example", helpdesk: "freshdesk", isGranted: false, isFromPolicy: false },
];

const LESSONS: ShownLesson[] = [
  {
    ...{
      state: "queued",
      articleId: "refund",
      articleTitle: "Refund a double charge",
      kind: "learn",
      day: "2026-11-21",
    },
    terms: ["charg", "twice", "octob", "invoic", "refund"],
  },
  {
    ...{ state: "sent", articleId: "vpn", articleTitle: "Set up the VPN", kind: "unlearn", day: "2026-11-20" },
    terms: ["vpn", "certif"],
  },
];

/** The options page; `check` in the address picks what a test finds, `empty` shows it before the first connection. */
export function OptionsScene({ language, outcome, isEmpty }: { language: string; outcome: string; isEmpty: boolean }) {
  const check: ConnectionCheck =
    outcome === "fine"
      ? fine
      : outcome === "serverError"
        ? { outcome, status: 502 }
        : { outcome: outcome as Exclude<ConnectionCheck["outcome"], "fine" | "serverError"> };
  return (
    <OptionsPage
      language={language}
      load={async () => (isEmpty ? createStoredOptions() : stored)}
      check={async () => check}
      save={async () => undefined}
      discardLibrary={async () => undefined}
      setLanguage={async () => undefined}
      setReadByApi={async () => undefined}
      setSuggestWhen={async () => undefined}
      setShareLearning={async () => undefined}
      lastLessons={async () => (isEmpty ? [] : LESSONS)}
      forgetLearned={async () => undefined}
      hosts={createHosts({
        load: async () => (isEmpty ? [] : HOSTS),
        add: async (typed) => (typed === "" ? "notAHost" : "added"),
        grant: async () => false,
      })}
    />
  );
}
