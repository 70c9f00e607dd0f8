import { expect, it } from "vitest";
import { parseEndpoint } from "../../../lib/contract/endpoint";

it.each([
  ["https://kb.example.com", "https://kb.example.com"],
  ["https://kb.example.com/", "https://kb.example.com"],
  [" kb.example.com ", "https://kb.example.com"],
  ["https://example.com/souffleur/", "https://example.com/souffleur"],
  ["http://127.0.0.1:8787", "http://127.0.0.1:8787"],
  ["http://localhost:8787/", "http://localhost:8787"],
  ["http://[::1]:8787", "http://[::1]:8787"],
])("takes «%s» as %s", (typed, endpoint) => {
  expect(parseEndpoint(typed)).toEqual({ endpoint });
});

it.each([
  "",
  "   ",
  "https://",
  "ftp://kb.example.com",
  "https://user:secret@kb.example.com",
  "https://kb.example.com?x=1",
  "not an address",
])("refuses «%s»", (typed) => {
  expect(parseEndpoint(typed)).toEqual({ problem: "invalidAddress" });
});

it.each(["http://kb.example.com", "http://127.0.0.1.example.com", "http://localhost.example.com"])(
  "refuses «%s» because its traffic could be read on the way",
  (typed) => {
    expect(parseEndpoint(typed)).toEqual({ problem: "insecure" });
  },
);
