/** The words of the page before the door, in the browser's language: it knows of no lesson that has one. */
export interface EnterWords {
  opening: string;
  closed: string;
  /** Why, where a key was shown. */
  spent: string;
  unreachable: string;
  /** What to do; what stands between the marks is a key or a command. */
  terminal: string[];
  command: string[];
}

const es: EnterWords = {
  opening: 'Abriendo…',
  closed: 'Esta puerta está cerrada',
  spent: 'La llave de esta dirección ya se usó, o pasó su minuto: cada una abre una vez.',
  unreachable: 'Capas no responde: quizá ha terminado.',
  terminal: ['Pulse ', 'Intro', ' en la terminal donde se ejecuta capas: se abre una ventana nueva.'],
  command: ['O escriba ', 'capas open', ' en otra.'],
};

const en: EnterWords = {
  opening: 'Opening…',
  closed: 'This door is closed',
  spent: "This address's key was used, or its minute is over: each opens once.",
  unreachable: 'Capas does not answer: it may have ended.',
  terminal: ['Press ', 'Enter', ' in the terminal that runs capas: a new window opens.'],
  command: ['Or type ', 'capas open', ' in another one.'],
};

export function enterWords(languages: readonly string[]): [lang: 'es' | 'en', words: EnterWords] {
  const first = languages.find((one) => /^(?:es|en)\b/i.test(one)) ?? 'en';
  return /^es/i.test(first) ? ['es', es] : ['en', en];
}
