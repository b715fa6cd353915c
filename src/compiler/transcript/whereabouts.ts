import type { Whereabouts } from './open-programs.ts';

const container = String.raw`(?:\w+[ -]){0,2}(?:container|pod|contenedor|machine's shell)`;
const inside = new RegExp(
  String.raw`\b(?:inside|within|from|back in(?:to)?) (?:of )?(?:the|this|your|that|our) ${container}\b` +
    String.raw`|\b(?:dentro|desde dentro) (?:del?|de (?:nuestro|este)) ${container}\b|\bdesde (?:el|nuestro|este) ${container}\b` +
    String.raw`|\b(?:exit|leave|salir|salimos)\b[^.]{0,30}\b${container}\b`,
  'i',
);
const host = new RegExp(
  String.raw`\b(?:on|from|back (?:on|to|in)) (?:the|your|our|my) (?:docker )?host\b|\b(?:another|new|second|different|other) (?:terminal|shell|console)\b` +
    String.raw`|\b(?:otr[oa]|nuev[oa]|segund[oa]) (?:terminal|pestaña|consola)\b|\b(?:en|desde) (?:el|nuestro) (?:host|anfitrión)\b`,
  'i',
);

/** Reads from the text before a block where its commands are typed. Only commands without a prompt need it. */
export function readWhereabouts(lead: string): Whereabouts {
  const last = lead.trim().split('\n').slice(-2).join(' ');
  if (inside.test(last)) return 'inside';
  return host.test(last) ? 'host' : null;
}
