import { describe, expect, it } from "vitest";
import { termsOf } from "../../../lib/text/tokens";

describe("amounts with units", () => {
  it.each([
    ["fr", "500 Mo", "500mb"],
    ["fr", "500Mo", "500mb"],
    ["en", "500 MB", "500mb"],
    ["fr", "2,5 Go", "2.5gb"],
    ["en", "2.5GB", "2.5gb"],
    ["fr", "20€", "20eur"],
    ["fr", "20 EUR", "20eur"],
    ["en", "$20", "20usd"],
    ["fr", "1 000 €", "1000eur"],
    ["de", "1.000€", "1000eur"],
    ["de", "1.234,50 EUR", "1234.5eur"],
    ["en", "1,000 dollars", "1000usd"],
    ["en", "12.5 %", "12.5pct"],
    ["en", "24h", "24hour"],
    ["de", "14 Tage", "14day"],
  ])("in %s: %s is %s", (language, text, term) => {
    expect(termsOf(text, language)).toContain(term);
  });

  it("keep the bare number as well", () => {
    expect(termsOf("45.50 euros", "en")).toContain("45.50");
  });

  it.each(["ten to go", "5 to 10 people", "the mo of 3 go players"])("are not seen in the English «%s»", (text) => {
    expect(termsOf(text, "en").some((term) => /\d+(?:gb|tb|mb)$/.test(term))).toBe(false);
  });

  it("leave two numbers apart that no unit follows", () => {
    expect(termsOf("room 100 200", "en")).toEqual(["room", "100", "200"]);
  });
});

describe("codes", () => {
  it.each([
    ["ERR-4102", ["err4102", "4102"]],
    ["err4102", ["err4102", "4102"]],
    ["0x80070005", ["0x80070005", "80070005"]],
    ["HTTP404", ["http404", "404", "http"]],
    ["E-17", ["e17", "17"]],
    ["M365", ["m365", "365"]],
    ["v2.1.3", ["2.1.3"]],
    ["2.1.3", ["2.1.3"]],
    ["2fa", ["2fa"]],
    ["3rd", ["3"]],
  ])("%s gives %j", (text, terms) => {
    expect(termsOf(text, "en")).toEqual(terms);
  });

  it.each([
    ["Office365", "Office 365"],
    ["iphone12", "iPhone 12"],
    ["HTTP404", "HTTP 404"],
  ])("%s has the terms of %s", (joined, apart) => {
    expect(termsOf(joined, "en")).toEqual(expect.arrayContaining(termsOf(apart, "en")));
  });

  it("are found behind an elided article", () => {
    expect(termsOf("l’ERR-4102", "fr")).toEqual(["err4102", "4102"]);
  });
});

it.each([
  "+44 20 7946 0000",
  "06 12 34 56 78",
  "0612345678",
  "FR76 3000 6000 0112 3456 7890 189",
  "4111 1111 1111 1111",
  "123456789012345",
  "550e8400-e29b-41d4-a716-446655440000",
  "2024-05-12",
  "12/05/2024",
  "x7f93kq02mz81bb4t6",
  "jane.doe@acme.example",
])("has no term for %s", (text) => {
  expect(termsOf(text, "en")).toEqual([]);
});

it("keeps the address of a machine", () => {
  expect(termsOf("192.168.1.1", "en")).toEqual(["192.168.1.1"]);
});

describe("web addresses", () => {
  it.each([
    ["https://help.acme.co.uk/hc/articles/360012-Reset-your-password?utm_source=x#top", "acme reset password"],
    ["www.acme.example/refunds/", "acme refunds"],
    ["http://acme.example/d/1f3a9c?id=77", "acme"],
    ["https://acme.example/r%C3%A9siliation", "acme"],
    ["acme.com", "acme"],
  ])("%s says %s", (address, words) => {
    expect(termsOf(address, "en")).toEqual(termsOf(words, "en"));
  });
});
