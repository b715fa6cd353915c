import { attributes } from '../../html-text.ts';
import { readSanitised } from './html-nodes.ts';
import { sanitiseInline } from './sanitise.ts';

/** Addresses of which nobody could doubt: of the web, or of the page's own site, without what parsers skip. */
const PLAIN = /^(?:https?:\/\/|#|\.{0,2}\/(?![/\\])|[\w.%-]+(?:[/#?]|$))[^\s<\\\p{C}]*$/u;

/** An address that Markdown gives to a link or a picture, or `null` where the sanitiser would not let it stand. */
export function allowedAddress(tag: 'a' | 'img', address: string): string | null {
  if (address === '') return null;
  if (PLAIN.test(address)) return address;
  const [node] = readSanitised(
    sanitiseInline(`<${tag}${attributes(tag === 'a' ? { href: address } : { src: address })}>`),
  );
  if (node?.kind === 'link') return node.href;
  return node?.kind === 'image' && node.source !== '' ? node.source : null;
}
