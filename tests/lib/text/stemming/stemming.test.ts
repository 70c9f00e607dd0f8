import { describe, expect, it } from "vitest";
import { fold } from "../../../../lib/text/fold";
import { SEARCH_LANGUAGES } from "../../../../lib/text/languages";

const stemsOf = (language: string, words: string) =>
  new Set(words.split(" ").map((word) => SEARCH_LANGUAGES.get(language)?.stem(fold(word))));

describe("families that share one stem", () => {
  it.each([
    ["fr", "résilier résilié résiliée résiliés résiliées résilie résiliation résilient"],
    ["fr", "payer payé payée payés paie paye paient paiement payement"],
    ["fr", "rembourser remboursé remboursée remboursement remboursements"],
    ["fr", "annuler annulé annulée annulation"],
    ["fr", "recevoir reçu reçus reçue reçois reçoit reçoivent réception"],
    ["fr", "perdre perdu perdue perte perds"],
    ["fr", "inscrire inscrit inscrite inscrits inscription"],
    ["fr", "livrer livré livraison livraisons"],
    ["fr", "bloquer bloqué bloquent blocage"],
    ["fr", "connecter connectée connexion connexions"],
    ["fr", "local locaux"],
    ["fr", "travail travaux"],
    ["fr", "numéro numéros"],
    ["fr", "clé clef clés"],
    ["fr", "oignon ognons"],
    ["fr", "connaître connaitre"],
    ["en", "pay paid payment payments paying"],
    ["en", "buy bought buying"],
    ["en", "lose lost losing"],
    ["en", "send sent sends"],
    ["en", "cancel cancelled canceled cancellation"],
    ["en", "organise organize organising organization"],
    ["en", "colour color colours"],
    ["en", "connect connected connection"],
    ["en", "subscribe subscribed subscription"],
    ["en", "verify verified verification"],
    ["en", "licence license"],
    ["de", "Rechnung Rechnungen"],
    ["de", "Vertrag Verträge Verträgen Vertrages"],
    ["de", "zurücksetzen zurückgesetzt zurückzusetzen Zurücksetzung"],
    ["de", "abbuchen abgebucht Abbuchung Abbuchungen"],
    ["de", "bezahlen bezahlt Bezahlung"],
    ["de", "kündigen gekündigt Kündigung gekuendigt"],
    ["de", "stornieren storniert stornierte Stornierung"],
    ["de", "anmelden angemeldet Anmeldung"],
    ["de", "ändern geändert Änderung"],
    ["de", "verlieren verloren Verlust"],
    ["de", "umziehen umgezogen Umzug"],
    ["es", "devolver devolución devoluciones devuelto devuelve devolvieron"],
    ["es", "cancelar cancelación cancelaciones cancelado"],
    ["es", "factura facturas facturación"],
    ["es", "encontrar encuentro encontré"],
    ["es", "pedir pedido pidió pedí"],
    ["es", "perder pérdida perdí pierdo"],
    ["es", "luz luces"],
    ["es", "examen exámenes"],
    ["es", "resolver resuelto resolución"],
    ["es", "enviar envío enviado envíen"],
    ["es", "suscripción suscribir subscripción"],
    ["pt", "devolução devoluções"],
  ])("%s: %s", (language, words) => {
    expect([...stemsOf(language, words)]).toHaveLength(1);
  });
});

describe("words that are not one family", () => {
  it.each([
    ["en", "customer custom"],
    ["en", "customer customize"],
    ["en", "important import"],
    ["en", "international internal"],
    ["en", "policy police"],
    ["en", "instalment install"],
    ["en", "author authorized"],
    ["fr", "commune communication"],
    ["fr", "départ département"],
    ["fr", "fils fil"],
    ["fr", "compte compteur"],
    ["fr", "pays payer"],
    ["fr", "carte carton"],
    ["fr", "identité identifiant"],
    ["de", "Zähler Zahlung"],
    ["de", "Zeitung Zeit"],
    ["de", "Kunde Kündigung"],
    ["es", "cuenta contar"],
    ["es", "pensión pensar"],
  ])("%s: %s", (language, words) => {
    expect([...stemsOf(language, words)]).toHaveLength(2);
  });
});
