import { isDrawingProperty, isHarmlessValue } from './allowed.ts';
import { useThemeColours } from './colours.ts';

/** What occurs in a picture; a rule about anything else is of no use to it. */
export interface Occurring {
  elements: Set<string>;
  classes: Set<string>;
  ids: Set<string>;
  /** As `name=value`. */
  attributes: Set<string>;
}

/**
 * Rewrites a picture's style sheet: only rules that match something in the picture and can reach nothing
 * outside of it, only properties that draw, colours from the theme. At-rules (imports, fonts, key frames) go.
 */
export function rewriteStyleSheet(css: string, scope: string, occurring: Occurring): string {
  return splitRules(css)
    .map(({ selectors, body }) => {
      const declarations = rewriteDeclarations(body);
      const kept = selectors
        .map((one) => scopeSelector(one, scope))
        .filter((one) => matches(one, scope, occurring))
        .filter((one) => one !== scope || staysInside(declarations));
      return kept.length > 0 && declarations ? `${kept.join(',')}{${declarations}}` : '';
    })
    .join('');
}

/** Rewrites the declarations of a rule or of a style attribute; empty when nothing is left. */
export function rewriteDeclarations(body: string): string {
  return body
    .split(';')
    .map((declaration) => {
      const colon = declaration.indexOf(':');
      const name = declaration.slice(0, colon).trim().toLowerCase();
      const value = declaration.slice(colon + 1).trim();
      if (colon < 1 || value === '' || !isDrawingProperty(name) || !isHarmlessValue(value)) return '';
      return `${name}:${useThemeColours(value)}`;
    })
    .filter(Boolean)
    .join(';');
}

interface Rule {
  selectors: string[];
  body: string;
}

/** Flat rules only, in linear time: what an at-rule holds is stepped over. */
function splitRules(css: string): Rule[] {
  const rules: Rule[] = [];
  let at = 0;
  while (at < css.length) {
    const open = css.indexOf('{', at);
    if (open < 0) break;
    const prelude = css.slice(at, open).trim();
    if (prelude.startsWith('@')) {
      at = stepOver(css, at, open);
      continue;
    }
    const close = css.indexOf('}', open);
    if (close < 0) break;
    rules.push({ selectors: splitSelectors(prelude), body: css.slice(open + 1, close) });
    at = close + 1;
  }
  return rules;
}

/** Past the end of an at-rule: its `;` where it has no block, else the brace that closes it. */
function stepOver(css: string, at: number, open: number): number {
  const semicolon = css.indexOf(';', at);
  if (semicolon >= 0 && semicolon < open) return semicolon + 1;
  let depth = 0;
  for (let index = open; index < css.length; index += 1) {
    if (css[index] === '{') depth += 1;
    if (css[index] === '}') depth -= 1;
    if (depth === 0) return index + 1;
  }
  return css.length;
}

function splitSelectors(prelude: string): string[] {
  return prelude
    .split(',')
    .map((selector) => selector.trim())
    .filter(Boolean);
}

function scopeSelector(selector: string, scope: string): string {
  const isOwn = selector.startsWith(scope) && !/^[\w-]/.test(selector.slice(scope.length));
  return isOwn ? selector : `${scope} ${selector}`;
}

/** A filter of the whole picture paints around it, over what stands there; those of its parts are cut off. */
function staysInside(declarations: string): boolean {
  return !/(?:^|;)filter:/.test(declarations);
}

/**
 * Only plain selectors: elements, classes, ids, attributes with a value, and combinators; of these the first
 * leads down from the picture, never to what stands beside it.
 */
function matches(selector: string, scope: string, occurring: Occurring): boolean {
  const rest = selector.slice(scope.length);
  if (rest === '') return true;
  if (!/^(?:\s*>|\s+(?![\s+~]))/.test(rest) || /[>+~]\s*(?:[>+~]|$)/.test(rest)) return false;
  const parts = rest.match(/\[[\w-]+[*^]?="[\w -]*"\]|[.#]?[A-Za-z_][\w-]*|\*|[\s>+~]+/g) ?? [];
  if (parts.join('') !== rest) return false;
  return parts.every((part) => {
    if (part.startsWith('.')) return occurring.classes.has(part.slice(1));
    if (part.startsWith('#')) return occurring.ids.has(part.slice(1));
    if (part.startsWith('[')) return hasAttribute(part, occurring);
    return /^[\s>+~*]+$/.test(part) || occurring.elements.has(part);
  });
}

function hasAttribute(part: string, occurring: Occurring): boolean {
  const [, name, how, value] = /^\[([\w-]+)([*^]?)="([\w -]*)"\]$/.exec(part)!;
  if (how) return [...occurring.attributes].some((one) => one.startsWith(`${name}=`) && one.includes(value!));
  return occurring.attributes.has(`${name}=${value}`);
}
