/**
 * Tickets with something personal planted in each. `planted` may not be found in any field of the proposal, `stays` must be
 * found in its text. People, firms and numbers are invented.
 */
export type PlantedTicket = {
  name: string;
  subject?: string;
  customer: string;
  agent?: string;
  fields?: Record<string, string>;
  planted: string[];
  stays?: string[];
};

/** An agent's answer with nothing personal in it. */
export const PLAIN_ANSWER = {
  en: "Please open the settings, choose Billing and press Refresh. The page then shows the right amount again.",
  fr: "Ouvrez les paramètres, choisissez Facturation puis cliquez sur Actualiser. La page affiche alors le bon montant.",
  de: "Bitte öffnen Sie die Einstellungen, wählen Sie Abrechnung und klicken Sie auf Aktualisieren. Danach stimmt der Betrag.",
  es: "Abra los ajustes, elija Facturación y pulse Actualizar. La página muestra entonces el importe correcto.",
};
