/** What the helper tells people through the deck, in the deck's two languages. */
export interface Words {
  watching: string;
  replaying: string;
  notApproved: string;
  staleApproval: string;
  unknownStep: string;
  engineGone: string;
  resetFailed(why: string): string;
  notRemembered(why: string): string;
  fault(why: string): string;
}

const es: Words = {
  watching: 'Otra ventana dirige esta lección; esta solo mira.',
  replaying: 'Se presenta con --replay: no se ejecuta nada.',
  notApproved: 'Las órdenes de esta lección esperan tu visto bueno.',
  staleApproval: 'Las órdenes han cambiado mientras las leías. Míralas de nuevo.',
  unknownStep: 'Esta orden ya no está en la página.',
  engineGone: 'El motor de contenedores ha dejado de responder.',
  resetFailed: (why) => `No se ha podido deshacer la demostración: ${why}`,
  notRemembered: (why) =>
    `Tu visto bueno vale hasta que se cierre Capas; no se ha podido guardar para otro día: ${why}`,
  fault: (why) => `Algo ha fallado en Capas; la clase sigue: ${why}`,
};

const en: Words = {
  watching: 'Another window leads this lesson; this one only watches.',
  replaying: 'Presented with --replay: nothing is run.',
  notApproved: "This lesson's commands wait for your approval.",
  staleApproval: 'The commands changed while you read them. Look at them again.',
  unknownStep: 'This command is no longer on the page.',
  engineGone: 'The container engine no longer answers.',
  resetFailed: (why) => `The demo could not be undone: ${why}`,
  notRemembered: (why) =>
    `Your approval holds until Capas ends; it could not be kept for another day: ${why}`,
  fault: (why) => `Something went wrong in Capas; the class goes on: ${why}`,
};

/** Spanish for pages in Spanish, English for all others. */
export function languageOf(lang: string): 'es' | 'en' {
  return /^es\b/i.test(lang) ? 'es' : 'en';
}

export function wordsFor(lang: string): Words {
  return languageOf(lang) === 'es' ? es : en;
}
