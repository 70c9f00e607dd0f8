import { expect, it } from "vitest";
import { DOMAIN_PLACES, isWithin, parseHost, placeOf } from "../../../lib/browser/helpdesk-places";

it.each([
  ["help.example.com", "help.example.com"],
  [" help.example.com ", "help.example.com"],
  ["https://help.example.com", "help.example.com"],
  ["https://help.example.com/agent/tickets/101?page=2#x", "help.example.com"],
  ["HELP.Example.COM", "help.example.com"],
  ["help.example.com.", "help.example.com"],
  ["help.example.com:8443", "help.example.com"],
  ["https://help.example.com:8443/agent", "help.example.com"],
  ["hilfe.bücher.example", "hilfe.xn--bcher-kva.example"],
  ["helpdesk", "helpdesk"],
  ["localhost:3000", "localhost"],
  ["127.0.0.1", "127.0.0.1"],
  ["https://[::1]/", "[::1]"],
  ["zendesk.com.example.com", "zendesk.com.example.com"],
  ["notzendesk.com", "notzendesk.com"],
  ["acme.zammad.com", "acme.zammad.com"],
])("%j is the host %j", (typed, host) => {
  const parsed = parseHost(typed);

  expect(parsed).toEqual({ host });
});

it.each([
  [""],
  ["   "],
  ["https://"],
  ["http://help.example.com"],
  ["ftp://help.example.com"],
  ["javascript:alert(1)"],
  ["javascript://help.example.com/%0aalert(1)"],
  ["chrome://extensions"],
  ["*"],
  ["*.example.com"],
  ["https://*/"],
  ["https://agent:secret@help.example.com"],
  ["agent@help.example.com"],
  ["help example com"],
  ["help..example.com"],
  ["<all_urls>"],
])("%j is no host", (typed) => {
  const parsed = parseHost(typed);

  expect(parsed).toEqual({ problem: "notAHost" });
});

it.each([["acme.zendesk.com"], ["https://acme.freshdesk.com/a/tickets/7"], ["zendesk.com"], ["a.b.zendesk.com"]])(
  "%j is covered by the helpdesk's own domain",
  (typed) => {
    const parsed = parseHost(typed);

    expect(parsed).toEqual({ problem: "covered" });
  },
);

it.each([["acme.freshservice.com"], ["https://acme.freshservice.com/a/tickets/7"]])(
  "%j is another product",
  (typed) => {
    const parsed = parseHost(typed);

    expect(parsed).toEqual({ problem: "otherProduct" });
  },
);

it.each([
  ["zendesk", "https://help.example.com/agent/*"],
  ["freshdesk", "https://help.example.com/a/*"],
  ["zammad", "https://help.example.com/*"],
] as const)("of a host with %s only the agents' pages are read", (helpdesk, pages) => {
  const place = placeOf({ host: "help.example.com", helpdesk });

  expect(place).toMatchObject({ origin: "https://help.example.com/*", pages });
});

it("has the domains that the manifest names", () => {
  const patterns = DOMAIN_PLACES.map(({ origin, pages }) => [origin, pages]);

  expect(patterns).toEqual([
    ["https://*.zendesk.com/*", "https://*.zendesk.com/agent/*"],
    ["https://*.freshdesk.com/*", "https://*.freshdesk.com/a/*"],
  ]);
});

it("does not take a host for a part of itself", () => {
  const place = placeOf({ host: "example.com", helpdesk: "zendesk" });

  const within = ["example.com", "help.example.com"].map((host) => isWithin(host, place));

  expect(within).toEqual([true, false]);
});
