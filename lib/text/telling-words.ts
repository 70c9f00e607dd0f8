/** What tells a language besides its function words: the words that support tickets are made of, and endings; folded. */

/** Words of one language's tickets that the other languages here do not have. */
export const TELLING_WORDS: Record<string, string> = {
  en: "password invoice order delivery payment broken working works account refund shipping charged bill phone slow lost missing wrong error update reset change cancel subscription issue problem address card login screen",
  fr: "facture compte commande livraison passe connexion paiement remboursement panne colis abonnement marche fonctionne perdu oublie recu probleme resiliation adresse changer annuler prelevement carte bancaire ecran telephone ligne erreur",
  de: "rechnung konto passwort bestellung lieferung zahlung kundigung erstattung kaputt paket vertrag funktioniert falsch verloren vergessen erhalten adresse andern stornieren karte bildschirm fehler problem anmelden gekundigt bezahlt",
  es: "factura cuenta pedido entrega pago reembolso contrasena paquete contrato funciona perdido olvidado recibido problema direccion cambiar cancelar tarjeta pantalla telefono linea error anular averia",
  it: "fattura ordine consegna pagamento rimborso pacco contratto funziona perso dimenticato ricevuto problema indirizzo cambiare annullare carta schermo telefono linea errore accesso bolletta",
  nl: "factuur bestelling levering betaling terugbetaling wachtwoord pakket werkt kwijt vergeten ontvangen probleem adres wijzigen annuleren kaart scherm telefoon lijn fout rekening abonnement kapot opzeggen",
  pt: "fatura encomenda entrega pagamento reembolso senha pacote contrato funciona perdido esqueci recebi problema endereco morada mudar cancelar cartao tela telefone linha erro assinatura",
};

/** Endings of at least three letters that words of one language have far more often than those of the others. */
export const TELLING_ENDINGS: Record<string, string> = {
  en: "ing ght ould ness ship ely ally ness tly ved ched",
  fr: "eaux eux euse aise oire ette eur elle ions ment aient eront ique oir ee ees",
  de: "ung ungen lich keit heit isch iert ieren schaft tz cht nung ssen rn",
  es: "cion ciones dad ando iendo aron ieron amos ito oso encia",
  it: "zione zioni ita mente ata ato ggio ezza ione gli cchi tti",
  nl: "ijk heid ijd oor aar eer sel lijk tje oek oud aan",
  pt: "cao coes dade nho nha mente agem ncia eiro eira ei ou",
};
