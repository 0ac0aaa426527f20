import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { assert } from 'chai';
import { cli, Desk } from '../helpers/commandLine.js';

const said = (second: number, user: string, text: string, more: object = {}) => ({
  type: 'message',
  user,
  text,
  ts: `${1931288280 + second}.0001`,
  ...more,
});
const day = JSON.stringify([
  said(3, 'U1', '#startmeeting Lamps', { user_profile: { real_name: 'Ada Moss' } }),
  said(4, 'U1', '#chair <@U2>'),
  said(5, 'U2', '#agreed buy oil', { user_profile: { real_name: 'Finn Reed' } }),
  said(6, 'U3', '#agreed not mine to say'),
  said(9, 'U1', '#endmeeting'),
]);
const log = [
  '2031-03-14 20:58:03 <Ada Moss> #startmeeting Lamps',
  '2031-03-14 20:58:04 <Ada Moss> #chair Finn Reed',
  '2031-03-14 20:58:05 <Finn Reed> #agreed buy oil',
  '2031-03-14 20:58:06 <U3> #agreed not mine to say',
  '2031-03-14 20:58:09 <Ada Moss> #endmeeting',
  '',
].join('\n');
const vtt = 'WEBVTT\n\n00:00:03.000 --> 00:00:06.000\n<v Ada>hi\n';

describe('meetlog convert', () => {
  const desk = Desk.forEach({ 'day.json': day, 'call.vtt': vtt, 'club.log': '10:00 <ann> #startmeeting\n' });

  it('writes the log beside the export', () => {
    const { stderr, status } = desk.run('convert day.json');
    assert.equal(stderr, 'day.log: 5 messages\nday.json: Times are in UTC.\n');
    assert.equal(status, 0);
    assert.equal(desk.read('day.log'), log);
  });
  it('writes into a file, a new folder, or to standard output', () => {
    desk.check('convert day.json -o x/y/lamps.log', 0, 'x/y/lamps.log: 5 messages');
    assert.equal(desk.read('x/y/lamps.log'), log);
    assert.equal(desk.check('convert day.json -o -', 0), log);
    assert.equal(desk.shell('meetlog convert - < day.json').stdout, log);
    assert.equal(desk.shell('cat day.json | meetlog convert - -o z.log && cat z.log').stdout, log);
    assert.equal(desk.shell('meetlog convert day.json -o /dev/stdout').stdout, log);
  });
  it('makes one log of several files', () => {
    desk.checkRefused('convert day.json call.vtt', 'several files become one log: name it with --output');
    desk.check(
      'convert day.json call.vtt -o all.log',
      0,
      'all.log: 6 messages',
      'call.vtt: Times count from the start',
    );
    assert.equal(desk.read('all.log'), `${log}00:00:03 <Ada> hi\n`);
  });
  it('replaces no file, unless that is wanted, and never the export', () => {
    desk.write({ 'day.log': 'mine' });
    desk.checkRefused('convert day.json', 'day.log already exists', 'replace it with --force');
    desk.checkRefused('convert day.json -o day.json --force', 'day.json is the export itself');
    desk.write({ 'copy.log': day });
    desk.checkRefused('convert copy.log --force', 'copy.log is the export itself');
    desk.checkRefused('convert day.json -o .', 'it is a folder');
    desk.check('convert day.json --force', 0);
    assert.equal(desk.read('day.log'), log);
  });
  it('says what a file is instead, and changes nothing', () => {
    desk.write({
      'a.json': '{"a": 1}',
      'a.html': '<!doctype html><p>',
      'a.txt': 'words',
      'empty.json': '',
      'a.zip': 'PK\u0003\u0004x',
      'a.csv': 'a,b,c\n1,2,3\n',
    });
    for (const [file, what] of [
      ['club.log', 'it looks like a log already'],
      ['a.json', 'it looks like JSON of another program'],
      ['a.html', 'it looks like another page'],
      ['a.csv', 'it looks like another table'],
      ['a.txt', 'it looks like plain text'],
      ['a.zip', 'it is a ZIP archive'],
      ['empty.json', 'it is empty'],
    ] as const)
      desk.checkRefused(`convert ${file}`, `${file} is not a chat export that Meetlog knows: ${what}`);
    desk.checkRefused('convert none.json', 'none.json cannot be read: no such file');
    desk.checkRefused('convert day.json none.json -o x.log', 'none.json cannot be read: no such file');
    desk.checkRefused('convert .', 'is a folder');
    desk.checkRefused('convert day.json --from slak', 'Did you mean slack?');
    desk.checkRefused('convert call.vtt --date 2031-02-30', 'It must be a date');
  });
  it('fails if there are no messages', () => {
    desk.write({ 'none.vtt': 'WEBVTT\n' });
    desk.check('convert none.vtt', 1, 'none.vtt: no messages.');
    assert.notProperty(desk.files(), 'none.log');
    desk.check('check none.vtt', 1, 'none.vtt has no messages');
  });
  it('takes the date of a recording, and the names of users.json', () => {
    assert.equal(desk.check('convert call.vtt --date 2031-03-14 -o -', 0), '2031-03-14 00:00:03 <Ada> hi\n');
    desk.shell('mkdir lamps && mv day.json lamps/2031-03-14.json');
    desk.write({ 'users.json': JSON.stringify([{ id: 'U3', name: 'ivo' }]) });
    assert.include(desk.check('convert lamps/2031-03-14.json -o -', 0), '<ivo> #agreed not mine to say');
  });
  it('reads other encodings, and says where a file is cut off', () => {
    desk.shell(
      `printf '\\xff\\xfe' > wide.json && iconv -f utf-8 -t utf-16le day.json >> wide.json; head -c 300 day.json > cut.json`,
    );
    assert.equal(desk.check('convert wide.json -o -', 0), log);
    desk.check('convert cut.json -o -', 0, 'cut.json: It is cut off: only the first 2 messages are complete.');
    desk.shell(String.raw`printf '<pre><span class="tm">20:58:03</span> &lt;j\xf6rn&gt; caf\xe9\n</pre>' > old.html`);
    assert.equal(desk.check('convert old.html -o -', 0), '20:58:03 <jörn> café\n');
  });
  it('needs little memory, however large the export is', function () {
    this.timeout(300_000);
    const many = Array.from({ length: 100 }, (_, second) => said(second, 'U1', `${'some words '.repeat(90)}${second}`));
    const text = many.map((one) => JSON.stringify(one)).join(',\n');
    desk.write({ part: text });
    desk.shell(
      `{ printf '['; for n in $(seq 600); do cat part; printf ','; done; cat part; printf ']'; } > large.json`,
    );
    desk.write({ 'users.json': JSON.stringify([{ id: 'U1', name: 'ada' }]) });
    const { stderr } = spawnSync(
      process.execPath,
      ['--require', resolve('test/cli/peak.cjs'), cli, 'convert', 'large.json'],
      { cwd: desk.folder, encoding: 'utf8' },
    );
    assert.include(stderr, 'large.log: 60100 messages');
    assert.isAbove(readFileSync(desk.path('large.json')).length, 60_000_000);
    assert.isBelow(Number(/peak (\d+)/.exec(stderr)?.[1]), 260_000);
  });
});

describe('an export', () => {
  const desk = Desk.forEach({ 'day.json': day });
  const note =
    'meetlog: day.json: It is converted first (Slack: a channel of an export (JSON)). ' +
    'Line numbers are those of the log that “meetlog convert” writes. Times are in UTC.\n';

  it('is checked, outlined and written as minutes, which says so in one line', () => {
    const checked = desk.run('check day.json');
    assert.include(checked.stdout, 'day.json:4:');
    assert.include(checked.stdout, 'U3 is not a chair');
    assert.equal(checked.stderr, note);
    assert.equal(desk.run('outline day.json').stderr, note);
    const [outline] = [JSON.parse(desk.run('outline day.json --json').stdout)];
    assert.deepEqual(outline.meetings[0].chairs, ['Ada Moss', 'Finn Reed']);
    const { stdout, stderr } = desk.run('minutes day.json -o -');
    assert.include(stdout, 'buy oil (Finn Reed, 20:58:05)');
    assert.notInclude(stdout, '(day.json');
    assert.equal(stderr, note);
  });
  it('has its minutes beside it, and is not replaced by them', () => {
    desk.check('minutes day.json', 0);
    assert.includeMembers(Object.keys(desk.files()), ['day.json', 'day.md']);
    desk.check('minutes day.json -f json --force', 2, 'day.json is the log itself');
    assert.equal(desk.read('day.json'), day);
  });
  it('may be called a log, or come from standard input', () => {
    desk.write({ 'day.log': day });
    assert.include(desk.check('outline day.log', 0), 'AGREED buy oil');
    const { stdout, stderr } = desk.shell('meetlog outline - < day.json');
    assert.include(stdout, 'AGREED buy oil');
    assert.include(stderr, 'standard input: It is converted first');
    desk.check('minutes day.json --topic 9 -o -', 2, 'there is no topic 9');
  });
  it('is read as it is if a layout was chosen', () =>
    desk.check('minutes day.json -l irssi -o -', 1, 'The chosen layout, “irssi”, reads none of'));
  it('is read in a thread if it is large, and ends no others', () => {
    const large = JSON.stringify([
      ...JSON.parse(day),
      ...Array.from({ length: 9000 }, (_, n) => said(20 + n, 'U1', 'words '.repeat(30))),
    ]);
    desk.write({ 'large.json': large, 'x.vtt': 'WEBVTT\n' });
    desk.check(
      'check large.json x.vtt day.json',
      1,
      'x.vtt has no messages',
      'large.json: It is converted first',
      note,
    );
  });
});
