import { expect, test } from 'vitest';
import { readCommand } from '../command.ts';

test.each([
  ['mysql -u root', 'sql', 'mysql'],
  ['psql shop', 'sql', 'psql'],
  ['python3', 'python', 'python3'],
  ['mongosh', 'mongo', 'mongosh'],
  ['mariadb', 'sql', 'mariadb'],
  ['mysql -p shop', 'sql', 'mysql'],
  ['sqlite3', 'sql', 'sqlite3'],
  ['sqlite3 -header a.db', 'sql', 'sqlite3'],
  ['cqlsh', 'sql', 'cqlsh'],
  ['mongo shop', 'mongo', 'mongo'],
  ['redis-cli -h cache -p 6379', 'redis', 'redis-cli'],
  ['python -i', 'python', 'python'],
  ['ipython', 'python', 'ipython'],
  ['irb', 'ruby', 'irb'],
  ['node', 'other', 'node'],
  ['julia', 'other', 'julia'],
  ['scala', 'other', 'scala'],
  ['ghci', 'other', 'ghci'],
  ['gdb -q ./a.out', 'other', 'gdb'],
  ['bc -l', 'other', 'bc'],
  ['telnet cache 6379', 'redis', 'telnet'],
  ['telnet web 80', 'other', 'telnet'],
  ['ftp host', 'other', 'ftp'],
  ['sftp host', 'other', 'sftp'],
])('%s leaves a program open that understands %s: %s', (command, speaks, name) => {
  expect(readCommand(command).opens).toMatchObject({ speaks, name });
});

test.each([
  'mysql -e "SHOW TABLES"',
  'mysql < dump.sql',
  'python3 app.py',
  'psql -c "SELECT 1"',
  'mysql --version',
  'mariadb --execute=x',
  'psql -l',
  'psql -f x.sql',
  'psql -tc "SELECT 1"',
  "sqlite3 a.db 'SELECT 1'",
  'sqlite3 --version',
  'sqlite3 a.db < x.sql',
  'cqlsh -e x',
  'mongo script.js',
  'mongosh --eval x',
  'redis-cli ping',
  'redis-cli --version',
  'node app.js',
  'python3 < app.py',
  'gdb -batch -x s',
  'gdb --version',
  'bc --version',
  'telnet',
  'sftp -b x host',
  'mysqldump shop',
])('%s returns by itself', (command) => {
  expect(readCommand(command).opens).toBeNull();
});

test.each(['mysql', 'sqlite3', 'redis-cli', 'python3', 'telnet web'])(
  '%s is a program of this machine',
  (command) => {
    expect(readCommand(command).opens?.by).toBe('program');
  },
);

test.each([
  ['mysql -u root -p', true],
  ['mariadb --password', true],
  ['mysqldump -p shop', true],
  ['mysql -psecret', false],
  ['mysql -p < dump.sql', false],
  ['mysqldump -p shop | gzip', false],
])('%s asks: %s', (command, expected) => {
  expect(readCommand(command).asks).toBe(expected);
});

test.each([
  ['python3 -m http.server', true],
  ['python app.py', false],
])('%s goes on: %s', (command, expected) => {
  expect(readCommand(command).endless).toBe(expected);
});
