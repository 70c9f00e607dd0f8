/**
 * English: Snowball, with what it misses in support mail. Endings it cuts too far are excepted ("customer" is not
 * "custom", "important" not "import"), British spellings become American ones, and irregular forms join their verb.
 */
import { stemmer as snowball } from "@orama/stemmers/english";
import { exceptionMap, familyMap } from "./families";

const EXCEPTIONS = exceptionMap(`
  customer: customer customers
  important: important importance importantly
  international: international internationally
  internal: internal internally
  universal: universal universally
  university: university universities
  police: police
  policy: policy policies
  news: news
  paste: paste pasted pastes pasting
  general: general generally
  authority: authority authorities
  author: author authors
  authoriz: authorize authorizes authorized authorizing authorization authorizations authorise authorised authorisation
  personaliz: personalize personalized personalizing personalization personalise personalised personalisation
  department: department departments
  apartment: apartment apartments
  personal: personal personally
  terminal: terminal terminals
  experiment: experiment experiments experimental
  community: community communities
  organ: organ organs
  instalment: instalment instalments installment installments
  add: add adds added adding addition additions
  use: use uses used using
  apple: apple
`);

const FAMILIES = `
  pay paid payment
  ship shipment
  buy bought
  sell sold
  send sent
  lose lost
  find found
  build built
  break broke broken
  steal stole stolen
  choose chose chosen choice
  forget forgot forgotten
  freeze froze frozen
  leave left
  write wrote written
  withdraw withdrew withdrawn withdrawal
  grow grew grown growth
  begin began begun
  fly flew flown flight
  drive drove driven
  draw drew drawn
  throw threw thrown
  catch caught
  teach taught
  bring brought
  feel felt
  hold held
  lend lent
  spend spent
  rise rose risen
  speak spoke spoken
  wear wore worn
  tear tore torn
  hide hid hidden
  shake shook shaken
  overpay overpaid overpayment
  resend resent
  undo undid undone
  mistake mistook mistaken
  deliver delivery
  deny denial
  apply application
  fail failure
  close closure
  maintain maintenance
  subscribe subscription
  receive reception
  reduce reduction
  deduct deduction
  analyse analysis analyses analyze
  suspend suspension
  expand expansion
  submit submission
  admit admission
  transmit transmission
  convert conversion
  decide decision
  divide division
  collide collision
  child children
  person people
  man men
  woman women
  foot feet
  tooth teeth
  mouse mice
  knife knives
  shelf shelves
  life lives
  criterion criteria
  cheque check
  tyre tire
  grey gray
  licence license
  programme program
  centre center
  theatre theater
  metre meter
  litre liter
  fibre fiber
  defence defense
  offence offense
  practice practise
  enquiry inquiry enquire inquire
  jewellery jewelry
  pyjamas pajamas
  mould mold
`;

/** "organise", "organised", "organisation": the part before must be long, or "raised" and "advise" would go too. */
const BRITISH_ISE = /^(.{4,})is(e|ed|es|ing|er|ers|ation|ations|able)$/;
const BRITISH_OUR = /^((?:dis|un)?(?:fav|col|neighb|behavi|hon|lab|harb|flav|hum|rum|arm|od|vig))our/;
const NOUN_OF_VERB = /(renew|approv|remov|arriv|refus|propos|retriev|referr)al$/;

function prepare(word: string): string {
  return word
    .replace(BRITISH_ISE, "$1iz$2")
    .replace(BRITISH_OUR, "$1or")
    .replace(/([cp]t)ions?$/, "$1");
}

function finish(stem: string): string {
  if (stem.length < 5) return stem;
  return stem
    .replace(NOUN_OF_VERB, "$1")
    .replace(/^(.{2,})script$/, "$1scrib")
    .replace(/ogu$/, "og")
    .replace(/mm$/, "m")
    .replace(/^(.{4,})ll$/, "$1l")
    .replace(/^(.{5,})i$/, "$1");
}

const regularStem = (word: string) => EXCEPTIONS.get(word) ?? finish(snowball(prepare(word)));
const families = familyMap(FAMILIES, regularStem);

/** The term of a folded English word. */
export function stemEnglish(word: string): string {
  const stem = regularStem(word);
  return families.get(stem) ?? stem;
}
