import { Parser } from 'htmlparser2';
import { escapeHtml } from '../../html-text.ts';
import type { Attributes } from '../../model.ts';
import { newAttributes } from '../attributes.ts';
import type { Context } from '../context.ts';
import type { Line } from '../lines.ts';
import { diagnoseMissingPicture } from './missing-picture.ts';

/** The id, classes and other values of an opening tag. */
export function tagAttributes(tag: string): Attributes {
  const attributes = newAttributes();
  const parser = new Parser({
    onopentag: (_, values) => {
      for (const [name, value] of Object.entries(values)) {
        if (name === 'id') attributes.id = value;
        else if (name === 'class') attributes.classes.push(...value.split(/\s+/).filter(Boolean));
        else if (!name.startsWith('on') && name !== 'style' && name !== '__proto__')
          attributes.values[name] = value;
      }
    },
  });
  parser.end(tag);
  return attributes;
}

/** The lines as one text of HTML, in which what can't be embedded (a film) is a link to it. */
export function htmlOf(lines: Line[]): string {
  return lines
    .map((line) => line.text)
    .join('\n')
    .replace(
      /<(?:iframe|embed|video|audio|source)\b[^<>]*?\bsrc=(?:"([^"<>]*)"|'([^'<>]*)')[^<>]*>/gi,
      (_, double, single) => {
        const address = escapeHtml(double ?? single);
        return `<p><a href="${address}">${address}</a></p>`;
      },
    );
}

/** The attributes of the first tag; warns about pictures within that are not there. */
export function attributesOf(lines: Line[], context: Context): Attributes {
  for (const line of lines) {
    const source = /<img\b[^<>]*\bsrc=["']([^"'<>]*)["']/i.exec(line.text)?.[1];
    if (source === undefined || /^(?:https?:)?\/\//.test(source)) continue;
    if (context.surroundings.picture(source) === null)
      context.diagnostics.push(diagnoseMissingPicture(source, line.number));
  }
  const tag = /^\s*<[^<>]*>/.exec(lines[0]!.text)?.[0] ?? '';
  const { id, classes } = tagAttributes(tag);
  return { id, classes, values: {} };
}
