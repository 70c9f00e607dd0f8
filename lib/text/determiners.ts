/**
 * Articles and possessives of the languages with stop words, folded: what stands before a noun without changing what is meant.
 * From the usual grammars; elided ones are no words of their own.
 */
const DETERMINERS = new Set(
  `
a an the my your his her its our their this that these those any some
le la les un une des du de mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces
der die das den dem des ein eine einen einem einer eines mein meine meinen meinem meiner unser unsere unseren unserem unserer
ihr ihre ihren ihrem ihrer dein deine
el la los las un una unos unas mi mis tu tus su sus nuestro nuestra nuestros nuestras este esta estos estas ese esa
het een mijn onze ons uw il lo gli i uno mio mia miei mie suo sua suoi sue nostro nostra o os as um uma uns umas meu minha meus minhas
seu sua seus suas nosso nossa
`
    .trim()
    .split(/\s+/),
);

/** Whether a folded stop word only goes before a noun. */
export function isDeterminer(stopWord: string): boolean {
  return DETERMINERS.has(stopWord);
}
