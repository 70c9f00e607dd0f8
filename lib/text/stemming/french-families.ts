/** Irregular verbs with their participles and nouns, irregular plurals, spellings that live side by side; folded. */
export const FRENCH_FAMILIES = `
  recevoir recu recois recoit recoive recevez recevons recevrai recevra recevais recevait reception
  percevoir percu percoit perception
  concevoir concu conception
  perdre perte
  vendre vente
  ouvrir ouvert ouverte ouverture ouvre
  couvrir couvert couverture couvre
  offrir offert offre
  fermer fermeture
  couper coupure
  signer signature
  bloquer blocage
  debloquer deblocage
  fournir fourniture
  inscrire inscrit inscription inscrivez inscrivant
  souscrire souscrit souscrits souscription souscrivez
  prescrire prescrit prescription
  ecrire ecrit ecriture ecrivez
  connecter connexion
  deconnecter deconnexion
  reconnecter reconnexion
  acheter achat
  choisir choix
  essayer essai
  envoyer envoi enverrai enverra enverrez
  expedier expedition
  repondre reponse
  lire lecture
  obtenir obtenu obtiens obtient obtention
  maintenir maintenu maintient maintenance
  devenir devenu deviens devient
  intervenir intervenu intervient intervention
  apparaitre apparait apparu apparition apparaissent
  disparaitre disparait disparu disparition
  connaitre connais connait connu connaissance
  reconnaitre reconnait reconnu reconnaissance
  naitre naissance
  mourir mort
  eteindre eteint eteinte eteignent extinction
  plaindre plains plaint plainte
  joindre joint jointe
  resoudre resolu resolution
  suivre suivi suit
  transmettre transmis transmission
  soumettre soumis soumission
  promettre promis promesse
  admettre admis admission
  apprendre appris apprentissage
  comprendre compris comprehension
  reprendre repris reprise
  suspendre suspension
  etendre extension
  acquerir acquis acquiert acquisition
  exclure exclu exclusion
  inclure inclus inclusion
  rompre rompu rupture
  interrompre interrompu interruption
  elire elu election
  detruire destruction detruit
  cuire cuit cuisson
  fuir fuite fuit fuient
  louer location
  echouer echec
  acceder acces
  indemniser indemnite
  imprimer imprimante
  pleuvoir pluie plu pleut
  travail travaux
  oeil yeux
  bijou bijoux
  bail baux
  jeu jeux
  lieu lieux
  feu feux
  cheveu cheveux
  genou genoux
  tuyau tuyaux
  nouveau nouvelle
  banque bancaire
  electrique electricite
  cle clef
  oignon ognon
  nenuphar nenufar
  mail email courriel mel
`;
