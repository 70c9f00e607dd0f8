/** The options page: connection, language, earlier connections. */
import type { ConnectionCheck } from "../../../lib/worker/protocol";
import { createCounted } from "../counted";

const counted = createCounted("en");

export const options = {
  title: "Souffleur options",
  loading: "Loading…",
  loadFailed: "Your settings cannot be read",
  repairHint:
    "They can be repaired: what is still readable stays, the rest is as in the beginning. Your articles and the flags that wait stay on this machine; connections whose token is lost are listed below as earlier ones.",
  repair: "Repair the settings",
  repairing: "Repairing…",
  repairFailed: "They could not be repaired. Reload this page and try again.",
  reload: "Reload this page",
  policyTitle: "Set by your administrator",
  policyNotUnderstood: (names: string) => `These entries are not understood and do not count: ${names}`,
  policyHint: "Tell your administrator. Everything else that was set counts.",
  connection: "Connection",
  connectionHint: "Both come from whoever runs your team’s knowledge base.",
  connectedAs: (name: string) => `Connected as ${name}`,
  connectedUnchecked: "Saved without having reached the server",
  endpoint: "Sync address",
  endpointPlaceholder: "https://kb.example.com",
  endpointMissing: "Enter the sync address.",
  endpointByPolicy: "Set by your administrator",
  token: "Access token",
  tokenMissing: "Enter the access token.",
  showToken: "Show the token",
  hideToken: "Hide the token",
  test: "Test connection",
  testing: "Testing…",
  save: "Save",
  saveAnyway: "Save anyway",
  saving: "Saving…",
  saved: "Saved.",
  saveFailed: "It could not be saved. Try again.",
  testFailed: "The test itself broke off. Try again.",
  fine: (name: string) => `Connected as ${name}.`,
  articles: counted({ one: "# article is there for you.", other: "# articles are there for you." }),
  serverError: (status: string) => `The server answered with an error (${status}).`,
  outcomes: {
    invalidAddress: {
      title: "This is not a web address.",
      hint: "It starts with https:// and looks like https://kb.example.com.",
    },
    insecure: {
      title: "This address is not encrypted.",
      hint: "Use the https:// address. Only a server on this machine may do without.",
    },
    unreachable: {
      title: "Nothing answers at this address.",
      hint: "Check the spelling and your network or VPN. If the server is only down for now, save anyway.",
    },
    tls: {
      title: "There is no trusted encrypted connection.",
      hint: "The server’s certificate is missing, expired or unknown here. Tell your administrator.",
    },
    notOurApi: {
      title: "Something answers, but it is not a Souffleur server.",
      hint: "Check the whole address, with the path if there is one.",
    },
    wrongToken: {
      title: "The token was refused.",
      hint: "Copy it again, whole. If it stays refused, ask your administrator for a new one.",
    },
    serverTooOld: {
      title: "The server is too old for this version of Souffleur.",
      hint: "Ask your administrator to update the server.",
    },
    clientTooOld: {
      title: "This version of Souffleur is too old for the server.",
      hint: "Update the extension in your browser’s extension page.",
    },
  } satisfies Record<Exclude<ConnectionCheck["outcome"], "fine" | "serverError">, { title: string; hint: string }>,
  serverErrorHint: "Try again in a few minutes. If it goes on, tell your administrator.",
  language: "Language",
  languageLabel: "Language of the sidebar and of this page",
  languageOfBrowser: "As the browser",
  languageSaved: "Language saved.",
  firstSteps: "First steps",
  firstStepsHint: "Connecting, keeping the button at hand, and a sample ticket to try it on.",
  firstStepsAgain: "Show them again",
  firstStepsShown: "They stand in the panel while no ticket is open.",
  pastLibraries: "Earlier connections",
  pastLibrariesHint:
    "Flags that were not sent yet stay on this machine. They are sent when you connect to that address again.",
  pastAgent: (agentId: string) => `as ${agentId}`,
  queuedFlags: counted({ one: "# flag waiting", other: "# flags waiting" }),
  noQueuedFlags: "No flags waiting",
  discard: "Discard",
  discardOf: (endpoint: string) => `Discard ${endpoint}`,
  discardQuestion: "Discard its articles on this machine?",
  discardQuestionFlags: counted({
    one: "Discard its articles on this machine and # flag that was never sent?",
    other: "Discard its articles on this machine and # flags that were never sent?",
  }),
  discardYes: "Discard for good",
  discardNo: "Keep",
  discardFailed: "It could not be discarded. Try again.",
  privacy: "Privacy",
  privacyText:
    "The text of your tickets never leaves this browser: articles are matched on your machine. Only this is sent, to the sync address: what you report or hand over (flags, gaps, drafts), which notices you have understood and, if you share what is learnt from use, some words and how often articles are used.",
};
