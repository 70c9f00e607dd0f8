/**
 * Words that every support mail holds and that say nothing about its matter: greetings, thanks, dates, the helpdesk's
 * own vocabulary, and function words that the Snowball lists leave out. Words that name a matter in some base (`account`,
 * `number`, `contract`) stay out of these lists: their commonness is for the index to find out.
 */
export const ENGLISH_FURNITURE = `
hi hello hey dear sir madam team support agent ticket customer service regards kind kindly best sincerely cheers thanks thank
please pls thx hope wondering wonder would could might may shall must let us able also just really very quite rather even still
already yet though although however since because therefore anyway actually basically unfortunately hopefully maybe perhaps
today yesterday tomorrow morning afternoon evening now soon later ago again always never ever often sometimes
get got getting go goes going gone come came know knew think thought thing things something anything nothing everything someone
anyone say says said tell told ask asked asking want wanted wants need needs needed like liked look looking looked try tried trying
see seen saw make makes made take took give gave help sorry much many lot lots bit one two well good great fine yes no ok okay
monday tuesday wednesday thursday friday saturday sunday
january february april june july august september october november december
im ive id ill youre youve youll hes shes its were theyre theyve weve thats theres whats isnt arent wasnt werent dont doesnt didnt
cant couldnt wont wouldnt shouldnt havent hasnt hadnt dr mr mrs ms
`
  .trim()
  .split(/\s+/);

export const FRENCH_FURNITURE = `
bonjour bonsoir salut madame monsieur mme mr cher chere equipe support agent ticket client cliente service cordialement
respectueusement sincerement salutations merci avance remercie remercions svp stp sil plait voila voici alors donc ainsi aussi
encore toujours jamais deja bien tres trop plus moins peu beaucoup tout toute tous toutes autre autres meme memes chaque quelque
quelques plusieurs comme comment quand pourquoi combien ou si car mais parce puisque lorsque depuis pendant apres avant entre vers
chez sous contre selon afin cependant pourtant malheureusement apparemment normalement actuellement
aujourdhui hier demain matin soir jour jours maintenant bientot puis ensuite enfin
lundi mardi mercredi jeudi vendredi samedi dimanche
janvier fevrier avril mai juin juillet aout septembre octobre novembre decembre
fait faire fais faut peut peux pouvez pouvoir pourrais pourriez voudrais veux veut voulez vouloir dois doit devez devoir sais sait
savoir savez vais va allez aller dire dit dites demande demander voir vois vu mettre mis prendre pris donner donne aider aide
besoin souhaite souhaiterais aimerais espere attends attente cas chose choses rien non oui ok
cest jai quil quelle quels quon nest nai dun dune lors quoi dont cela ca celui celle ceux celles
`
  .trim()
  .split(/\s+/);
