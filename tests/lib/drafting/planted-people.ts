import { PLAIN_ANSWER, type PlantedTicket } from "./planted-ticket";

export const ENGLISH_PEOPLE: PlantedTicket[] = [
  {
    name: "postal address",
    customer: "Please deliver to 12 Baker Street, Flat 4, London NW1 6XE instead.",
    planted: ["12 Baker", "Baker Street", "NW1 6XE", "Flat 4"],
  },
  {
    name: "American postal address",
    customer: "I moved to 4500 Maple Avenue, Springfield, IL 62704 last week.",
    planted: ["Maple", "Springfield", "62704"],
  },
  {
    name: "name in a signature",
    customer: "The export stops at 80 %.\n\nKind regards,\nOluwaseun Adebayo\nHead of Billing",
    planted: ["Oluwaseun", "Adebayo", "Head of Billing"],
    stays: ["The export stops at 80 %"],
  },
  {
    name: "signature in small letters, name again in the text",
    customer: "my profile shows kowalczyk twice, please correct it\n\nthanks\nmarek kowalczyk",
    planted: ["kowalczyk", "marek"],
  },
  {
    name: "thanks with a name on one line",
    customer: "The export stops half way.\nThanks, Bettany",
    planted: ["Bettany"],
  },
  {
    name: "agent who is greeted",
    customer: "Hi Saoirse,\n\nas Saoirse told me, I restarted the box, but the light stays red.",
    planted: ["Saoirse"],
    stays: ["the light stays red"],
  },
  {
    name: "customer greeted by the agent",
    customer: "The tax on the statement is wrong.",
    agent: `Dear Mr Tanaka,\n\n${PLAIN_ANSWER.en}\n\nMr Tanaka, tell us whether it worked.\n\nKind regards\nPriyanka Rao\nAcme Support`,
    planted: ["Tanaka", "Priyanka", "Rao\n"],
    stays: ["open the settings", "press Refresh"],
  },
  {
    name: "introduction",
    customer: "My name is Ngozi Okafor and the app crashes at start.",
    planted: ["Ngozi", "Okafor"],
    stays: ["the app crashes at start"],
  },
  {
    name: "title in the text",
    customer: "I spoke with Mrs Achterberg, who promised a refund of 20 €.",
    planted: ["Achterberg"],
    stays: ["refund of 20 €"],
  },
  {
    name: "given name in passing",
    customer: "Yesterday Jennifer Whitlock said the fee would be returned.",
    planted: ["Jennifer", "Whitlock"],
  },
  {
    name: "somebody of the family",
    customer: "My wife Thandiwe Nkosi cannot open the shared folder.",
    planted: ["Thandiwe", "Nkosi"],
  },
  {
    name: "genitive",
    customer: "Hello Thandiwe,\nThandiwe’s login fails with 0x80070005.",
    planted: ["Thandiwe"],
    stays: ["0x80070005"],
  },
  {
    name: "name with a hyphen and an initial",
    customer: "Delivered to J. Ferreira-Lopes by mistake.\n\nRegards,\nAna Ferreira-Lopes",
    planted: ["Ferreira", "Lopes"],
  },
  {
    name: "field of the ticket",
    customer: "Vandersloot cannot see the report.",
    fields: { requester: "Ilse Vandersloot" },
    planted: ["Vandersloot"],
  },
  {
    name: "name from the mail address",
    customer: "Write to ngozi.okafor@x.example. Okafor is also the name on the parcel.",
    planted: ["Okafor", "ngozi"],
  },
  {
    name: "name in the subject",
    subject: "Refund for Ngozi Okafor, order 558201",
    customer: "My name is Ngozi Okafor. I sent the chair back two weeks ago.",
    planted: ["Ngozi", "Okafor", "558201"],
  },
  {
    name: "folder of a user",
    customer: "The file C:\\Users\\tandrews\\sync.log grows without end.",
    planted: ["tandrews"],
  },
  { name: "handle", customer: "I wrote to you as @marlow_91 on the network too.", planted: ["marlow_91"] },
  {
    name: "name of a quoted mail",
    customer: "It broke again.\n\nOn 3 May 2026, Siobhan Gallagher wrote:\n> try again",
    planted: ["Siobhan", "Gallagher"],
  },
];
