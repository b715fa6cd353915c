import type { CourseLesson } from '../../course/course.ts';
import type { Approval } from '../../protocol/messages.ts';
import { askApproval } from './approval.ts';
import type { ApprovalStore } from './approval-store.ts';

/** The teacher's word for the commands of one lesson, as they stand on its page now. */
export class LessonApproval {
  private readonly store: ApprovalStore;
  private readonly isReplay: boolean;
  private lesson: CourseLesson;

  /** `isReplay`: nothing is ever run, so nothing is asked. */
  constructor(lesson: CourseLesson, store: ApprovalStore, isReplay: boolean) {
    this.lesson = lesson;
    this.store = store;
    this.isReplay = isReplay;
  }

  /** What waits for the teacher's word; `null` when nothing does. */
  get asked(): Approval | null {
    return this.isReplay ? null : askApproval(this.lesson.path, this.lesson.lesson, this.store);
  }

  /** The page was edited: whether another question is asked now, or none any more. */
  follow(lesson: CourseLesson): boolean {
    const before = this.asked?.digest;
    this.lesson = lesson;
    return this.asked?.digest !== before;
  }

  /** Takes the teacher's word. @returns why it holds for now only; `null` when it is kept. */
  give(digest: string): string | null {
    return this.store.add(this.lesson.path, digest);
  }
}
