import { type Behaviour, type Look, returns } from './behaviour.ts';
import type { EngineCall } from './engine-call.ts';
import { withoutDocuments } from './here-documents.ts';
import { findKnowledge } from './programs/programs.ts';
import { type SimpleCommand, splitCommand } from './simple-commands.ts';
import { findSubstitutions } from './substitutions.ts';

/** What is known of a command by its text alone: the one answer for all rooms. Plain data. */
export interface CommandFacts extends Behaviour {
  /** The first program that it runs, without its folder; empty where there is none. */
  program: string;
  /** Whether it ends the program that it is typed into. */
  leaves: boolean;
}

/** How deep commands are followed that run commands in their turn. */
const deepest = 6;

/** Reads what a shell's command does. */
export function readCommand(command: string): CommandFacts {
  const typed = withoutDocuments(command);
  const commands = splitCommand(typed);
  const behaviour = look(commands, 0);
  return {
    ...behaviour,
    program: commands[0]?.name ?? '',
    leaves: isLeaving(command),
    endless: behaviour.endless && !typed.trimEnd().endsWith('&'),
    opens: behaviour.opens && { ...behaviour.opens, name: withMarks(behaviour.opens.name) },
    engine: [...behaviour.engine, ...substitutedCalls(typed, 1)],
  };
}

/** What is typed into another program than a shell does nothing that we know, but that it may end it. */
export function readStatement(statement: string): CommandFacts {
  return { ...returns, program: '', leaves: isLeaving(statement) };
}

/** What the commands ask of an engine whose output stands in this one. */
function substitutedCalls(typed: string, depth: number): EngineCall[] {
  if (depth > deepest) return [];
  return findSubstitutions(typed).flatMap((inner) => [
    ...look(splitCommand(inner), depth).engine,
    ...substitutedCalls(inner, depth + 1),
  ]);
}

function look(commands: readonly SimpleCommand[], depth: number): Behaviour {
  if (depth > deepest) return returns;
  const inner: Look = (others) => look(others, depth + 1);
  const all = commands.map((command) => ({ ...returns, ...describe(command, inner) }));
  const last = commands.at(-1);
  const waits = last !== undefined && !last.piped && !last.redirectedInput;
  return {
    opens: waits ? all.at(-1)!.opens : null,
    fillsScreen: all.some(({ fillsScreen }) => fillsScreen),
    asks: all.some(({ asks }) => asks),
    endless: all.some(({ endless }) => endless),
    changesMachine: all.some(({ changesMachine }) => changesMachine),
    engine: all.flatMap(({ engine }) => engine),
  };
}

function describe(command: SimpleCommand, inner: Look): Partial<Behaviour> {
  const known = findKnowledge(command.name)?.(command, inner) ?? {};
  return command.before.includes('sudo') ? { ...known, changesMachine: true } : known;
}

/** `<id>` is one word to the lexer, which writes it with other marks. */
function withMarks(name: string): string {
  return name.replace('‹', '<').replace('›', '>');
}

/** What one types to leave a program: a shell, a database's client, an interpreter. */
export function isLeaving(command: string): boolean {
  const typed = withoutEnd(withoutComment(command.trim())).toLowerCase();
  return leaving.has(typed) || /^(?:exit|quit|logout) \d+$/.test(typed);
}

function withoutComment(line: string): string {
  const at = line.indexOf('#');
  return at > 0 && line[at - 1]!.trim() === '' ? line.slice(0, at).trimEnd() : line;
}

function withoutEnd(statement: string): string {
  return statement.endsWith(';') ? statement.slice(0, -1).trimEnd() : statement;
}

const leaving = new Set(['exit', 'exit()', 'quit', 'quit()', 'logout', '\\q', '.quit', '.exit', '^d']);
