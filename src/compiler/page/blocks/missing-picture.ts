import type { Diagnostic } from '../../model.ts';

/** The words for a picture that is not there. */
export const missingPicture = {
  message: (source = '') =>
    source === '' ? 'This picture has no address.' : `The picture ${source} is not there.`,
  hint: 'Put the file there, or mend the path.',
};

/** Says of a picture beside the page that it is not there. */
export function diagnoseMissingPicture(source: string, line: number): Diagnostic {
  const { message, hint } = missingPicture;
  const about = source === '' ? {} : { about: source };
  return {
    line,
    column: 1,
    code: 'missing-image',
    severity: 'warning',
    message: message(source),
    hint,
    ...about,
  };
}
