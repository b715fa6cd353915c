import { findSigns, mendSigns, SIGN_KINDS, type Sign } from '../../shell/typeset-signs.ts';
import type { Diagnostic } from '../model.ts';
import { findMark } from './code-marks.ts';
import type { CommandDraft } from './entry-drafts.ts';

/** What a teacher should mend in a command. The command itself is never changed behind their back. */
export function warnAbout({ command, broken }: CommandDraft, line: number): Diagnostic[] {
  const found = warnOfSigns(command, line);
  const mark = findMark(command);
  if (mark !== null)
    found.push({
      ...locate(command, line, command.indexOf(mark)),
      code: 'code-marks',
      severity: 'warning',
      message: `a shell would run what stands between the backticks of ${mark}, so the command is not offered`,
      hint: 'Take the backticks out of the code.',
    });
  if (broken)
    found.push({
      ...locate(command, line, 0),
      code: 'broken-continuation',
      severity: 'warning',
      message: 'a blank after the backslash ends the command here, in a shell',
      hint: 'Remove the blanks behind the backslash.',
    });
  return found;
}

/** The first sign of each kind, with the line as it should be. */
function warnOfSigns(command: string, line: number): Diagnostic[] {
  const signs = findSigns(command);
  return SIGN_KINDS.flatMap((kind) => {
    const sign = signs.find((one) => one.kind === kind);
    if (sign === undefined) return [];
    const place = locate(command, line, sign.at);
    const mended = mendSigns(command).split('\n')[place.line - line]!;
    return [
      {
        ...place,
        code: `typographic-${kind}`,
        severity: 'warning' as const,
        message: `the shell does not read ${nameSign(sign)} as ${sign.meant === ' ' ? 'a blank' : sign.meant}`,
        hint: `Write ${mended.trim()}`,
      },
    ];
  });
}

function nameSign({ character, kind }: Sign): string {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return kind === 'blank' ? `U+${code}` : character;
}

function locate(command: string, line: number, at: number): Pick<Diagnostic, 'line' | 'column'> {
  return { line: line + command.slice(0, at).split('\n').length - 1, column: 1 };
}
