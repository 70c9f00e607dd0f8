import type { HelpdeskHostState } from "../../../lib/browser/helpdesk-hosts";
import type { ConnectionCheck, ShownLesson } from "../../../lib/worker/protocol";
import { createHosts, createStoredOptions } from "../../components/surroundings";
import { press, type Scene } from "../scene";

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

const connected: NonNullable<Scene["options"]> = {
  load: async () => stored,
  check: async () => fine,
  lastLessons: async () => LESSONS,
  hosts: createHosts({
    load: async () => HOSTS,
    add: async (typed) => (typed === "" ? "notAHost" : "added"),
    grant: async () => false,
  }),
};

/** The options page after "Test connection", with what the test found. */
function tested(check: ConnectionCheck): Scene {
  return {
    options: { ...connected, check: async () => check },
    act: (root) => press(root, ".options-buttons button[type=button]"),
  };
}

export const optionsScenes: Record<string, Scene> = {
  options: { options: connected },
  optionsFrench: { options: connected, language: "fr" },
  optionsEmpty: { options: { load: async () => createStoredOptions() } },
  optionsFine: tested(fine),
  optionsUnreachable: tested({ outcome: "unreachable" }),
  optionsServerError: tested({ outcome: "serverError", status: 502 }),
  optionsGerman: { options: connected, language: "de" },
  optionsSpanish: { options: connected, language: "es" },
  optionsBroken: { options: { load: () => Promise.reject(new Error("not of our form")) } },
  optionsByPolicy: {
    options: {
      load: async () => {
        const options = createStoredOptions();
        const policy = { syncEndpoint: "https://kb.acme.example", notUnderstood: ["suggestWhen", "helpdeskHosts"] };
        return { ...options, policy: { ...options.policy, ...policy } };
      },
    },
  },
};
