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
besoin souhaite souhaiterais aimerais jaimerais jaimerai peutetre espere attends attente cas chose choses rien non oui ok
cest jai quil quelle quels quon nest nai dun dune lors quoi dont cela ca celui celle ceux celles
`
  .trim()
  .split(/\s+/);

export const GERMAN_FURNITURE = `
hallo hi guten tag morgen abend liebe lieber liebes sehr geehrte geehrter geehrten damen herren team support ticket kunde
kundin kunden service kundenservice freundlichen freundliche freundlicher gruss grusse grussen mfg vg lg beste besten herzliche
herzlichen vielen dank danke bedanke voraus bitte bitten mal gerne gern leider schon noch immer wieder heute gestern morgen jetzt
bald also eigentlich wirklich einfach vielleicht moglich hoffe wunsche warte rat antwort ruckmeldung frage fragen hilfe helfen
kann konnen konnte konnten konnten muss mussen musste soll sollen sollte will wollen wollte mochte mochten darf durfen wurde
wurden werden worden wird habe haben hat hatte hatten bin sind war waren gibt geben geht gehen ging machen macht gemacht
sagen sagt wissen weiss sehen seit dass daher deshalb trotzdem jedoch ausserdem wegen obwohl wenn warum wieso wann wo wie
montag dienstag mittwoch donnerstag freitag samstag sonntag
januar februar marz april mai juni juli august september oktober november dezember herr frau dr ja nein ok okay
fur uber konnten moechte koennen muessen wuerde gruesse grusse naemlich
`
  .trim()
  .split(/\s+/);

export const SPANISH_FURNITURE = `
hola buenos buenas dias tardes noches estimado estimada estimados estimadas senor senora equipo soporte ticket cliente
servicio saludo saludos cordial cordiales cordialmente atentamente gracias agradezco agradeceria antemano favor porfavor
ayuda ayudar ayudarme ayudenme duda pregunta consulta quiero quisiera queria quiere quieren puedo puede pueden podria podrian
necesito necesita tengo tiene hace hacer hago hecho decir dice digo saber ver veo esta estan estoy estaba ser soy hay va voy
hoy ayer manana ahora luego despues antes siempre nunca todavia aun ya tambien solo muy mas menos mucho mucha muchos poco
bien mal si no ok aqui alli asi pues entonces aunque mientras cuando donde como cual cuales porque
lunes martes miercoles jueves viernes sabado domingo
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
`
  .trim()
  .split(/\s+/);

export const ITALIAN_FURNITURE = `
ciao salve buongiorno buonasera gentile gentili egregio signor signora team supporto ticket cliente servizio cordiali
cordialmente saluti distinti grazie ringrazio anticipo favore aiuto aiutare vorrei voglio posso puo potete potrei devo bisogno
oggi ieri domani adesso ora ancora sempre mai gia molto poco bene male si no ok
lunedi martedi mercoledi giovedi venerdi sabato domenica
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
`
  .trim()
  .split(/\s+/);

export const DUTCH_FURNITURE = `
hallo hoi goedemorgen goedemiddag goedenavond goedendag beste geachte heer mevrouw team ondersteuning ticket klant service
vriendelijke vriendelijk groet groeten hartelijk bedankt dank alvast graag alstublieft aub help helpen vraag wil willen kan
kunnen kunt zou moet moeten mag vandaag gisteren morgen nu nog altijd nooit al ook heel erg veel weinig goed ja nee ok mvg
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
januari februari maart april mei juni juli augustus september oktober november december
`
  .trim()
  .split(/\s+/);

export const PORTUGUESE_FURNITURE = `
ola oi bom boa dia tarde noite prezado prezada prezados caro cara senhor senhora equipe equipa suporte ticket cliente servico
atenciosamente cumprimentos abraco obrigado obrigada agradeco desde antemao favor ajuda ajudar duvida quero queria gostaria posso
pode podem poderia preciso precisa tenho tem hoje ontem amanha agora depois antes sempre nunca ainda ja tambem muito pouco bem
mal sim nao ok sabado domingo
janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro
`
  .trim()
  .split(/\s+/);
