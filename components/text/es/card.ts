/** An article in a list, and what can be done with it. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("es");

export const card: Text["card"] = {
  list: "Artículos sugeridos",
  searchList: "Resultados de la búsqueda",
  kinds: {
    "how-to": "Guía",
    troubleshooting: "Solución de problemas",
    policy: "Norma",
    faq: "Pregunta frecuente",
    reference: "Referencia",
  },
  audiences: { public: "Público", internal: "Interno" },
  audienceHints: {
    public: "Los clientes pueden ver este artículo",
    internal: "Solo para agentes, no para clientes",
  },
  language: (name) => `Idioma: ${name}`,
  otherLanguage: (name) => `Idioma: ${name}, distinto del ticket`,
};

export const trust: Text["trust"] = {
  verified: (ago) => `Verificado ${ago}`,
  verifiedBy: (ago, who) => `Verificado ${ago} por ${who}`,
  due: (timeSpan) => `Sin verificar desde hace ${timeSpan}`,
  neverVerified: "Nunca verificado",
  openFlags: counted({ one: "# aviso de error abierto", other: "# avisos de error abiertos" }),
  behind: (versions, language) => `${language}: ${versions} de retraso`,
  versions: counted({ one: "# versión", other: "# versiones" }),
};

export const copy: Text["copy"] = {
  link: "Copiar el enlace",
  copied: "Copiado",
  failed: "No se ha copiado. Seleccione el texto y cópielo usted.",
  noAddress: {
    public: "No hay enlace que copiar: este artículo no tiene dirección pública.",
    internal: "No hay enlace que copiar: este artículo es interno.",
  },
};
