import type { Lesson } from '../../compiler/model.ts';

/** Whether a lesson's commands speak to a container engine; its front matter may say that they need none. */
export function needsEngine({ settings, steps }: Pick<Lesson, 'settings' | 'steps'>): boolean {
  if (settings.engine === 'none') return false;
  return steps.some(({ command, images }) => images.length > 0 || speaksToEngine(command));
}

/** Whether one command needs the engine, or types into what does. */
function speaksToEngine(command: string): boolean {
  return /(?:^|[\s;&|(])(?:docker|podman|nerdctl|docker-compose)(?=\s|$)/.test(command);
}
