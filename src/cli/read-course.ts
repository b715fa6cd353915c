import { type Course, loadCourse } from '../course/course.ts';
import { tellLeftOut } from './left-out.ts';

/** The course that a command works on; what had to be left out of it is said. */
export function readCourse(path?: string): Course {
  const course = loadCourse(path);
  tellLeftOut(course.leftOut);
  return course;
}
