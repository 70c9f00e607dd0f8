import type { PlantedTicket } from "./planted-ticket";

export const ENGLISH_NUMBERS: PlantedTicket[] = [
  {
    name: "mail address in the text",
    customer: "I cannot sign in with anna.kowalska@bikes.example since the update, the page stays blank.",
    planted: ["anna.kowalska@bikes.example", "kowalska", "bikes.example"],
    stays: ["cannot sign in", "since the update"],
  },
  {
    name: "mail address written to fool machines",
    customer: "Please write to tom (at) riverside (dot) example because the form does not work.",
    planted: ["riverside"],
    stays: ["the form does not work"],
  },
  {
    name: "international telephone number",
    customer: "The router is dead. Call me on +44 7700 900123 after six.",
    planted: ["7700 900123", "7700900123", "900123"],
    stays: ["The router is dead"],
  },
  { name: "American telephone number", customer: "No dial tone at (555) 010-4477 for days.", planted: ["010-4477"] },
  {
    name: "short telephone number",
    customer: "The line is dead, my phone is 555 0199, please ring.",
    planted: ["0199"],
  },
  {
    name: "IBAN with spaces",
    customer: "The refund should go to GB29 NWBK 6016 1331 9268 19 and not to the card.",
    planted: ["NWBK", "6016 1331", "9268"],
    stays: ["The refund should go to", "not to the card"],
  },
  {
    name: "IBAN without spaces",
    customer: "Use DE89370400440532013000 for the refund please.",
    planted: ["0532013000"],
  },
  {
    name: "card number",
    customer: "My card 4111 1111 1111 1111 was charged twice, 39.90 € each time.",
    planted: ["4111", "1111 1111"],
    stays: ["was charged twice", "39.90 €"],
  },
  { name: "end of a card number", customer: "The card ending in 4242 was declined at checkout.", planted: ["4242"] },
  { name: "masked card number", customer: "Charged to **** **** **** 7731 without a reason.", planted: ["7731"] },
  {
    name: "order number after its word",
    customer: "My order 558201 has not arrived, tracking says delivered.",
    planted: ["558201"],
    stays: ["My order", "has not arrived"],
  },
  {
    name: "order number after more words",
    customer: "The order number is: ORD-2026-00123, still nothing.",
    planted: ["00123"],
  },
  { name: "order number with a sign", customer: "Where is #90817? It was due on Monday.", planted: ["90817"] },
  { name: "order number by its letters", customer: "Still waiting for CMD-558201 to be shipped.", planted: ["558201"] },
  {
    name: "invoice number",
    customer: "Invoice no. INV-20391 shows the wrong tax rate.",
    planted: ["20391"],
    stays: ["wrong tax rate"],
  },
  {
    name: "customer number in groups",
    customer: "Customer number 123 456 789, no internet since May.",
    planted: ["123 456", "456 789"],
  },
  {
    name: "account number",
    customer: "Account 00418872 is locked after three tries.",
    planted: ["00418872", "418872"],
  },
  {
    name: "tracking number",
    customer: "Parcel 1Z999AA10123456784 is lost since last week.",
    planted: ["1Z999AA1", "0123456784"],
  },
  {
    name: "earlier ticket",
    customer: "As told in ticket 48821 the screen flickers.",
    planted: ["48821"],
    stays: ["the screen flickers"],
  },
  {
    name: "serial number",
    customer: "The scanner (serial no. SN: C02XK4ABJG5H) does not start.",
    planted: ["C02XK4ABJG5H"],
  },
  {
    name: "licence key",
    customer: "The key XK7P2-99QMT-4BVWZ-11ACR is said to be used up.",
    planted: ["XK7P2", "4BVWZ", "11ACR"],
  },
  {
    name: "token in a link",
    customer: "The reset page https://acme.example/reset?token=Zk81jQpL0 is empty.",
    planted: ["Zk81jQpL0"],
  },
  {
    name: "order in a link",
    customer: "See https://shop.example/orders/88231/track for what I mean.",
    planted: ["88231"],
  },
  {
    name: "own page without a scheme",
    customer: "It fails on shop.example/u/41877/settings every time.",
    planted: ["41877"],
  },
  {
    name: "secret key",
    customer: "Our key sk_live_9aBcD3fGh7JkLmNoPq2 is refused with error 401.",
    planted: ["9aBcD3fGh7"],
    stays: ["error 401"],
  },
  {
    name: "password",
    customer: "My password is Sommer2024! and it is not accepted.",
    planted: ["Sommer2024"],
    stays: ["it is not accepted"],
  },
  { name: "one-time code", customer: "The verification code 482913 is always refused.", planted: ["482913"] },
  {
    name: "date of birth",
    customer: "I was born on 12/03/1980 and the form says I am too young.",
    planted: ["12/03/1980", "1980"],
  },
  { name: "IP address", customer: "Blocked since yesterday, my address is 203.0.113.77.", planted: ["203.0.113.77"] },
  {
    name: "passport number",
    customer: "The upload of my passport 533401372 fails with ERR-77.",
    planted: ["533401372"],
    stays: ["ERR-77"],
  },
];
