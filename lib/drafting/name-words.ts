/** Words that tell names from other words, folded (lib/text/fold.ts). */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Common given names that are hardly ever another word; no list knows them all, so it is one sign of several. */
export const GIVEN_NAMES = words(`
  aaron adam adrian ahmed aisha alan albert alejandra alejandro alex alexander alexandra alexandre alexis alfred ali alice alicia
  alina alvaro amandine amelie amina amir ana anais andre andrea andreas andrew angela angelika anja anke anna anne annette annika
  anthony antoine antonia antonio arnaud arthur astrid audrey aurelie axel barbara baptiste beatrice beatriz benedikt benjamin
  benoit bernard bernd bertrand birgit bjorn brian brigitte bruno camila camille carina carla carlos carmen carole caroline
  carsten catherine cecile cedric celine charles charlotte christelle christian christiane christina christine christoph christophe
  christopher claudia claudine clemence clement cornelia cristina cyril damien daniel daniela danielle david deborah delphine denis
  dennis diana didier diego dieter dirk dominik dominique donald doris dorothee edith eduardo edward elena elias elisa elisabeth
  elise elizabeth elke ellen elodie emilie emily emma emmanuel enrique eric erik erika esteban esther etienne eva evelyn fabian
  fabien fabienne fabrice fatima felix fernanda fernando florence florent florian franck francesca francis francisca francisco
  francois francoise franz frederic frederik friedrich gabriel gabriela gabriele gael gerald gerard gerhard gilles giulia gonzalo
  gregory guido guillaume guillermo gunther gustavo hannah hannes hans harald hassan heike heinz helen helena helene helga helmut
  henri henry herbert herve hugo ibrahim ignacio ines ingrid irene isabel isabella isabelle ivan jacob jacqueline jacques jaime
  jakob james jan jana jane janet janine jasmin javier jean jeanne jeff jeffrey jenny jennifer jens jeremy jerome jessica jimena
  joachim joan joana joel johann johanna johannes john jonas jonathan jorg jorge jose joseph josef josefina joshua juan juana
  judith julia julian julie julien juliette jurgen justine kai karim karin karen karina karl karsten katharina katherine kathrin
  katja kenneth kerstin kevin klaus konrad kurt lars laura laure laurence laurent lea leila lena leon leonie leticia liam linda
  lisa lorena lothar louis louise luc luca lucas lucia lucie lucy ludovic luis luisa lukas lydia mael magali manfred manon manuel
  manuela marc marcel marcela marco marcus margaret margarita margaux maria marianne marie mario marion markus marlene marta martha
  martin martina martine mateo mathias mathieu mathilde matthew matthias matthieu maurice mehmet melanie melissa michael michel
  michelle miguel miriam mohamed mohammed monica monika monique moritz muriel mustafa nadia nadine natalia natalie nathalie nathan
  nicholas nicola nicolas nicole nikolaus nils nina noemi nora norbert nuria oliver olivia olivier omar oscar pablo pascal patricia
  patrick paul paula pauline pedro peter petra philip philipp philippe pierre priya rachel rafael raquel rainer ralf raphael raul
  rebecca regina reinhard renate renaud ricardo richard robert roberto rodrigo roland romain rosemarie rudiger ruth sabine sabrina
  salma samantha samuel sandra sandrine sara sarah sebastian sebastien sergio severine silke silvia simon simone sofia sofie sonia
  sophia sophie stefan stefanie stephane stephanie stephen steven susan susana susanne svenja sven sylvain sylvie tanja tatiana
  teresa theo theresa thibault thierry thomas thorsten tim timothy tobias tom torsten ulrich ulrike ursula uwe valentin valentina
  valerie vanessa vera veronica veronika veronique victoria vincent virginie volker walter werner wilhelm william wolfgang xavier
  yann yannick yasmin yasmine youssef yusuf yves yvonne zoe
`);

/** Parts of names that are other words too: names only with a capital. */
export const AMBIGUOUS = words(`
  mark will rose grace hope may june april august art bill rob jack pat sue ray drew frank grant max guy dean faith joy dawn ivy olive
  jade ruby pearl crystal amber angel miles penny page long young old brown black white green gray grey king price cook baker
  carter cash bank banks field fields stone wood woods hill rivers lake north west best little small short strong sharp bright
  day night summer winter love post marsh petit grand legrand roux blanc leblanc noir lenoir brun leroy roi martin simon klein
  gross gros kurz lang lange weiss schwarz braun rot jung alt neu neumann richter kaiser konig koch fischer bauer wagner schneider
  muller meyer delgado moreno rubio blanco rojo reyes cruz santos flores campo campos vega rico bueno leal mayor marin marina prime
  paris london berlin nice ford case cases box cable line light drive key keys port porter office sales store mac apple
`);

/** Whoever is greeted so is nobody by name. */
export const NOBODY = words(`
  all there everyone everybody team teams support sir sirs madam customer customers service services care help helpdesk desk
  department sales billing office staff colleagues colleague friends folks guys community member members agent agents
  tous toutes equipe equipes client clients clientele assistance conseiller conseillers conseillere collegue collegues
  damen herren zusammen leute kundenservice kundendienst kundin kunde kunden kundinnen mitarbeiter mitarbeiterin abteilung
  equipo cliente clientes atencion servicio soporte departamento companeros senores
  madame monsieur mesdames messieurs mademoiselle mr mrs ms miss mister dr prof herr herrn frau fraulein senor senora senorita
  sr sra srta don dona mme mlle sehr geehrte geehrter geehrten liebe lieber dear hello hi good morning afternoon evening
  info contact kontakt contacto noreply reply admin mail hello office invoices billing accounts newsletter webmaster shop store
  payment payments orders order returns facturation comptabilite commandes rechnung bestellung facturacion pedidos
`);

/** Stand inside names and are none. */
export const PARTICLES = words(
  "de du des la le van von zu zum zur der den del della da di el al bin ben ibn y e mac st saint",
);

/** Sure to stand before a name. */
export const TITLE =
  /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Miss|Mister|Dr|Prof|MR|MRS|DR|mr|mrs|Mme|MME|mme|Mlle|mlle|Monsieur|Madame|Mademoiselle|MONSIEUR|MADAME|monsieur|madame|Herrn?|HERRN?|herrn?|Frau|FRAU|Fräulein|Señor(?:a|ita)?|señor(?:a|ita)?|Sra?|Srta|sra|Don|Doña|M\.|MM\.)\.?[ \u00a0]+/gu;
