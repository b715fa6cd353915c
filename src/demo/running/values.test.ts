import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { words } from '../words.ts';
import { fillPlaceholders } from './values.ts';

const fill = (command: string, values: Record<string, string>, inside: string | null = null) =>
  fillPlaceholders({ command, placeholders: Object.keys(values), inside }, values, words.en);

describe('a value becomes one word of the shell', () => {
  it.each([
    [
      'as it is where it is harmless',
      'docker rm <v>',
      'web-1.2_x/y:z@a%b+c=d,e',
      'docker rm web-1.2_x/y:z@a%b+c=d,e',
    ],
    ['one letter', 'docker rm <v>', 'x', 'docker rm x'],
    ['quoted where it has a blank', 'echo <v>', 'a b', "echo 'a b'"],
    ['quoted where it would run something', 'echo <v>', '$(id)', "echo '$(id)'"],
    ['quoted where it begins another command', 'echo <v>', ';id', "echo ';id'"],
    ['quoted where it ends in the background', 'echo <v>', 'a&', "echo 'a&'"],
    ['with every single quote written out', 'echo <v>', "it's 'x'", "echo 'it'\\''s '\\''x'\\'''"],
    [
      'beside an image that is named like a program',
      'docker run -e KEY=<v> mysql',
      '$x',
      "docker run -e KEY='$x' mysql",
    ],
    ['beside a word of one letter', 'tar x <v>', 'a b', "tar x 'a b'"],
    ['after a variable of the shell', 'ls $HOME <v>', 'a b', "ls $HOME 'a b'"],
    ['wherever the placeholder stands', 'cp <v> /tmp/<v>', 'a b', "cp 'a b' /tmp/'a b'"],
    ['after quotes that have ended', `echo "one" 'two' \`id\` <v>`, 'a b', `echo "one" 'two' \`id\` 'a b'`],
    ['before a substitution that it is no part of', 'echo <v> $(date) "', 'a b', `echo 'a b' $(date) "`],
    ['after a quote that was escaped', 'echo \\" <v>', 'a b', `echo \\" 'a b'`],
    ['after an escaped quote between quotes', 'echo "\\"" <v>', 'a b', `echo "\\"" 'a b'`],
    ['after a backslash that single quotes leave alone', "echo '\\' <v>", 'a b', "echo '\\' 'a b'"],
    ['after a sign that begins no comment', "echo a#'b' <v>", 'a b', "echo a#'b' 'a b'"],
    ['after a comment that has ended', "# it's\necho <v>", 'a b', "# it's\necho 'a b'"],
    ['after ANSI quotes', "echo $'it\\'s' <v>", 'a b', "echo $'it\\'s' 'a b'"],
    ['after quotes within other quotes', `echo "it's" <v>`, 'a b', `echo "it's" 'a b'`],
  ])('%s', (_, command, value, filled) => {
    expect(fill(command, { '<v>': value })).toEqual({ command: filled });
  });

  it('that the shell reads as it was given', () => {
    const value = fc
      .string({ unit: 'grapheme-ascii', minLength: 1 })
      .filter((text) => text.trim() !== '' && !text.startsWith('-'));
    const texts = fc.sample(value, 300);
    const filled = texts.map((text) => fill("printf '%s %s\\n' <v> end", { '<v>': text }));
    const script = filled.map((one) => ('command' in one ? one.command : one.problem)).join('\n');
    const printed = execFileSync('bash', ['-c', script], { encoding: 'utf8' });
    expect(printed).toBe(texts.map((text) => `${text} end\n`).join(''));
  });
});

it('takes the place of words in capitals only where they stand for themselves', () => {
  const command = `run --name NAME -e USERNAME=x -e NAMES=y $NAME \${NAME} > NAME.tar`;
  expect(fill(command, { NAME: 'web' })).toEqual({
    command: `run --name web -e USERNAME=x -e NAMES=y $NAME \${NAME} > web.tar`,
  });
});

describe('where quoting is not sure', () => {
  it.each([
    ['between double quotes', 'echo "to <v>"'],
    ['between single quotes', "echo 'to <v>'"],
    ['between backquotes', 'echo `ls <v>`'],
    ['between double quotes that hold single ones', `echo "it's <v>"`],
    ['after an escaped quote', 'echo "\\" <v>"'],
    ['in a here-document', 'cat <<END\n<v>\nEND'],
    ['in a substitution', 'echo $(ls <v>)'],
    ['after a comment with an apostrophe', "# don't\necho '<v>'"],
    ['after a comment behind a command', "true # it's\necho '<v>'"],
    ['in a comment', 'true # <v>'],
    ['after an escaped quote of ANSI quotes', "echo $'it\\'s' '<v>'"],
    ['right after a backslash', 'echo \\<v>'],
    ['where it is evaluated', 'eval echo <v>'],
    ['where it is a command of another shell', 'bash -c <v>'],
    ['where it is kept to be run', 'trap <v> EXIT'],
    ['in arithmetic', '(( <v> ))'],
    ['where it is compared', '[[ <v> -eq 1 ]]'],
    ['where it is tested', '[ -n <v> ]'],
    ['where it names a variable', 'printf -v <v> x'],
    ['where a variable of its name is read', 'read <v>'],
    ['where it is run again and again', 'watch ls <v>'],
    ['where it is run elsewhere', 'ssh host cat <v>'],
    ['where options stand before the command of a shell', 'docker exec web sh -x -c <v>'],
    ['where a pipe leads to a shell', 'echo <v> | sh'],
    ['where it is a pattern that runs', 'awk <v> file'],
    ['where it is a program of a language', 'python3 -c <v>'],
    ['where it is one of another language', 'node -e <v>'],
    ['where a setting is run later', 'git config alias.x <v>'],
    ['in an index', 'a[<v>]=1'],
    ['at its second place only', 'echo <v> "<v>"'],
    ['at its first place only', 'echo "<v>" <v>'],
  ])('%s only harmless characters are taken', (_, command) => {
    for (const value of ['a b', '$(id)', 'a;', ';a', "'"])
      expect(fill(command, { '<v>': value })).toEqual({ problem: words.en.quotedValue('<v>') });
    expect(fill(command, { '<v>': 'web' })).toEqual({ command: command.replaceAll('<v>', 'web') });
  });

  it('nor in another program, whose rules are its own', () => {
    expect(fill('SELECT <v>;', { '<v>': "x' OR" }, 'opener')).toEqual({
      problem: words.en.quotedValue('<v>'),
    });
    expect(fill('SELECT <v>;', { '<v>': 'x' }, 'opener')).toEqual({ command: 'SELECT x;' });
  });
});

describe('what is no value', () => {
  it.each([
    ['nothing', ''],
    ['blanks', '  '],
    ['an option', '-v/:/host'],
    ['another line', 'a\nid'],
    ['a return', 'a\rid'],
    ['a control character', 'a\x03'],
    ['an escape', 'a\x1b[A'],
    ['the first and last of the controls', '\x00'],
    ['a delete', 'a\x7f'],
    ['a control of the second set', 'a\x9f'],
    ['a line separator', 'a\u2028b'],
    ['a paragraph separator', 'a\u2029b'],
    ['more than a thousand characters', 'a'.repeat(1_001)],
  ])('%s', (_, value) => {
    expect(fill('rm <v>', { '<v>': value })).toEqual({ problem: words.en.badValue('<v>') });
  });

  it('takes a thousand characters, and a dash within', () => {
    const value = `a-${'b'.repeat(998)}`;
    expect(fill('rm <v>', { '<v>': value })).toEqual({ command: `rm ${value}` });
  });

  it('says which one is missing', () => {
    const template = { command: 'cp FROM TO', placeholders: ['FROM', 'TO'], inside: null };
    expect(fillPlaceholders(template, { FROM: 'a' }, words.en)).toEqual({
      problem: words.en.needsValue('TO'),
    });
  });
});

it('fills the longer name first where one is part of another', () => {
  expect(fill('mv ID ID2 IDLE', { ID: 'a', ID2: 'b', IDLE: 'c' })).toEqual({ command: 'mv a b c' });
});
