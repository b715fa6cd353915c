import { Faults } from '../system/faults.ts';
import { type Course, type CourseLesson, loadLesson } from './course.ts';
import { findPageFiles } from './page-files.ts';
import { type PageWatch, watchPage } from './page-watch.ts';
import { readRecordings } from './recordings.ts';
import { makeAddressing } from './render-options.ts';

/** What happened to a lesson on disk while it is presented. */
export type LessonChange = { type: 'changed'; version: number } | { type: 'broken'; message: string };

/** How a course becomes HTML. */
export interface Renderer {
  deck(course: Course, lesson: CourseLesson): string | Promise<string>;
  handout(course: Course, lesson: CourseLesson): string | Promise<string>;
  index(course: Course): string | Promise<string>;
}

/**
 * A course that follows its pages on disk. A page that can't be read any more keeps its last good lesson.
 */
export class LiveCourse {
  private course: Course;
  private readonly renderer: Renderer;
  private readonly faults: Faults;
  private readonly watches: PageWatch[] = [];
  private readonly listeners = new Set<(slug: string, change: LessonChange) => void>();
  private readonly versions = new Map<string, number>();
  private readonly problems = new Map<string, string>();
  private readonly referred = new WeakMap<CourseLesson, Set<string>>();
  private readonly pages = new WeakMap<CourseLesson, Map<string, Promise<string>>>();

  constructor(course: Course, renderer: Renderer, faults: Faults = new Faults()) {
    this.course = course;
    this.faults = faults;
    this.renderer = renderer;
  }

  get folder(): string {
    return this.course.folder;
  }

  get slugs(): string[] {
    return this.course.lessons.map(({ slug }) => slug);
  }

  find(slug: string): CourseLesson | null {
    return this.course.lessons.find((lesson) => lesson.slug === slug) ?? null;
  }

  /** Why the page on disk is not the one that is shown, or `null`. */
  problem(slug: string): string | null {
    return this.problems.get(slug) ?? null;
  }

  deck(slug: string): Promise<string> {
    return this.render(slug, 'deck');
  }

  handout(slug: string): Promise<string> {
    return this.render(slug, 'handout');
  }

  /** What a lesson refers to, as {@link findPageFiles} says. */
  files(slug: string): Set<string> {
    const own = this.find(slug);
    if (!own) throw new Error(`no lesson ${slug}`);
    const known = this.referred.get(own);
    if (known) return known;
    const files = findPageFiles({
      ...makeAddressing(this.course, own),
      lesson: own.lesson,
      recordings: readRecordings(own),
    });
    this.referred.set(own, files);
    return files;
  }

  async index(): Promise<string> {
    return this.renderer.index(this.course);
  }

  /** Starts to follow the files. */
  watch(): void {
    for (const { slug, path } of this.course.lessons) {
      this.watches.push(
        watchPage(
          path,
          this.faults.guard(() => this.reload(slug)),
        ),
      );
    }
  }

  onChange(listener: (slug: string, change: LessonChange) => void): void {
    this.listeners.add(listener);
  }

  close(): void {
    for (const watch of this.watches) watch.close();
    this.watches.length = 0;
    this.listeners.clear();
  }

  private render(slug: string, kind: 'deck' | 'handout'): Promise<string> {
    const lesson = this.find(slug);
    if (!lesson) throw new Error(`no lesson ${slug}`);
    const rendered = this.pages.get(lesson) ?? new Map<string, Promise<string>>();
    this.pages.set(lesson, rendered);
    const page = rendered.get(kind) ?? Promise.resolve(this.renderer[kind](this.course, lesson));
    rendered.set(kind, page);
    return page;
  }

  private reload(slug: string): void {
    const old = this.find(slug)!;
    try {
      this.replace(loadLesson(old.path, this.course, slug));
      this.problems.delete(slug);
      const version = (this.versions.get(slug) ?? 0) + 1;
      this.versions.set(slug, version);
      this.tell(slug, { type: 'changed', version });
    } catch (error) {
      const message = (error as Error).message;
      if (this.problems.get(slug) === message) return;
      this.problems.set(slug, message);
      this.tell(slug, { type: 'broken', message });
    }
  }

  private replace(lesson: CourseLesson): void {
    const lessons = this.course.lessons.map((other) => (other.slug === lesson.slug ? lesson : other));
    this.course = { ...this.course, lessons };
  }

  private tell(slug: string, change: LessonChange): void {
    for (const listener of this.listeners) this.faults.guard(listener)(slug, change);
  }
}
