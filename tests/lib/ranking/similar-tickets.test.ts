import { expect, it } from "vitest";
import { createLearnedModel } from "../../../lib/learning/learned-model";
import { createLibraryIndex } from "../../../lib/library-index/library-index";
import { usedOnSimilarTickets } from "../../../lib/ranking/similar-tickets";
import { createTicketQuery } from "../../../lib/ranking/ticket-query";
import { article, ticket } from "../builders";

const index = createLibraryIndex();
index.put(article({ id: "refund", title: "Refund" }));

function customer(text: string) {
  return createTicketQuery(index, ticket({ text }), []).customer;
}

/** What an article knows after so many tickets that all said this. */
function entry(articleId: string, said: string, tickets = 1) {
  const { phrasing, pairs } = customer(said);
  return { articleId, tickets, terms: new Map([...phrasing, ...pairs].map((term) => [term, tickets])) };
}

const TAUGHT = [
  entry("refund", "Hello, I was charged twice for my October subscription. My card shows two payments."),
  entry("router", "Good morning, my router shows a red light and the internet does not work at all."),
  entry("address", "Hi, we are moving house. Can you change the delivery address for my parcels?", 10),
  entry("login", "Hello, I cannot log in to my account, the code by message never arrives on my phone."),
];

function used(text: string, taught = TAUGHT): string[] {
  return usedOnSimilarTickets(createLearnedModel(taught), customer(text), 3);
}

it.each([
  ["You charged me twice for the November subscription, my card has two payments.", ["refund"]],
  ["The router has a red light and no internet.", ["router"]],
  ["Moving house soon: please change our delivery address.", ["address"]],
])("of «%s» it knows the article used on such tickets", (text, expected) => {
  expect(used(text)).toEqual(expected);
});

it.each([
  "Hello, my parcel has not arrived, please help me, I want my parcel now.",
  "Hello, can I have a discount? I have been a customer for ten years.",
  "Hello, please help me, my account shows a wrong name.",
  "",
])("of «%s» it knows none", (text) => {
  expect(used(text)).toEqual([]);
});

it("does not call it used when the article was merely opened", () => {
  const opened = entry("refund", "I was charged twice for my October subscription.", 0.2);

  expect(used("I was charged twice for my October subscription.", [opened])).toEqual([]);
});

it("answers no more than asked for, the most alike first", () => {
  const text = "I was charged twice for my October subscription.";
  const said = ["charged twice", text, text, text];
  const taught = said.map((each, at) => entry(`a${at}`, each));

  expect(used(text, taught)).toEqual(["a1", "a2", "a3"]);
});

it("knows an article by what many tickets said, each in part", () => {
  const { phrasing } = customer("charged twice subscription invoice card payments refund October");
  const taught = [{ articleId: "refund", tickets: 10, terms: new Map([...phrasing].map((term) => [term, 4])) }];

  expect(used("Charged twice for the October subscription", taught)).toEqual(["refund"]);
});
