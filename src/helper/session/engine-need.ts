import type { Lesson } from '../../compiler/model.ts';

/** Whether a lesson's commands speak to a container engine; its front matter may say that they need none. */
export function needsEngine({ settings, steps }: Pick<Lesson, 'settings' | 'steps'>): boolean {
  if (settings.engine === 'none') return false;
  return steps.some(({ does }) => does.engine.length > 0);
}
