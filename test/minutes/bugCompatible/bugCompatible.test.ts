import { assert } from 'chai';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { allItems } from '../../../server/src/minutes/minutes.js';
import { writerNamed } from '../../../server/src/minutes/writers.js';
import { lines, logOf, meeting, minutesOfText } from '../../helpers/logs.js';

const options = { bugCompatible: true };

/** A short form of MeetBot's replay of a log: owner, title, items with their anchors, lines said. */
function digest(text: string): string {
  const minutes = minutesOfText(text, 'm.log', options);
  const items = allItems(minutes).map(({ type, nick, anchor, text: said, link }) => {
    const split = link ? ` [${link.prefix}|${link.url}|${link.suffix}]` : '';
    return `${type} ${nick} ${anchor}: ${said}${split}`;
  });
  const people = minutes.people.map(({ nick, lines: count }) => `${nick} ${count}`).join(', ');
  return [`${minutes.owner} · ${minutes.title}${minutes.end ? '' : ' · not ended'}`, ...items, people].join('\n');
}

/** A log of ann's and what MeetBot makes of it; a framed log has a start and an end. */
function check(text: string, expected: string) {
  assert.equal(digest(text), expected.trim().replace(/^ +/gm, ''));
}

const framed = (text: string) => meeting(lines`${text}`);
const write = (name: string, text: string) =>
  writerNamed(name)?.write(minutesOfText(text, 'm.log', options), options) ?? '';

describe("MeetBot's own replay", () => {
  it('replays only the lines of one meeting in a log with several', () => {
    const held = (name: string) =>
      `09:00:00 <${name}> #startmeeting ${name}\n09:00:01 <${name}> #info ${name}\n09:01:00 <${name}> #endmeeting\n`;
    const log = logOf(`${held('ann')}09:02:00 <eve> hi\n${held('bob')}${held('cat')}`);
    const said = log.meetings.map((one) => {
      const minutes = minutesOf(log, one, options);
      return `${minutes.owner} ${minutes.title} ${allItems(minutes).map(({ text }) => text)} ${minutes.start.line}`;
    });
    assert.deepEqual(said, ['ann #club: ann ann 1', 'eve #club Meeting bob 5', 'cat #club: cat cat 8']);
  });
  it('treats the first speaker as a chair, even if removed, and those who are made chairs', () => {
    const { people } = minutesOfText(
      '09:00:00 <ida> #startmeeting\n09:00:01 <ida> #chair max\n09:00:02 <max> #unchair ida\n09:00:03 <bob> x\n09:01:00 <max> #endmeeting\n',
      'm.log',
      options,
    );
    assert.deepEqual(
      people.map(({ nick, chair }) => `${nick} ${chair}`),
      ['ida true', 'max true', 'bob false'],
    );
  });
  it('has everything that other minutes have, as far as MeetBot knows it', () => {
    const [theirs, ours] = [options, {}].map((one) =>
      minutesOfText('09:00:05 <ann> #startmeeting x\n09:01:00 <ann> #endmeeting\n', 'm.log', one),
    );
    assert.sameMembers(Object.keys(theirs ?? {}), Object.keys(ours ?? {}));
    assert.deepInclude(theirs, { bot: null, date: null, name: null, zone: 'UTC', duration: 55, votes: [] });
  });
  describe('of meetings', () => {
    it('makes the first speaker the owner', () =>
      check(
        lines`
          09:00:00 <ida> morning
          09:00:01 <max> #startmeeting Tools
          09:00:02 <max> #topic saws
          09:00:03 <ida> #chair max
          09:00:04 <max> #topic drills
          09:00:05 <max> #endmeeting`,
        `ida · #m Meeting
        TOPIC max 5: drills
        max 4, ida 2`,
      ));
    it('does not make someone who only acts the owner', () =>
      check(
        '09:00:00 * ida yawns\n09:00:01 <max> #startmeeting\n09:00:02 <max> #endmeeting\n',
        'max · #m Meeting\nmax 2, ida 1',
      ));
    it('ignores commands in actions', () =>
      // Without a #startmeeting there is no meeting: ours needs one more line than MeetBot's own test would.
      check('09:00:00 * ida #info x\n09:00:01 <max> #startmeeting\n', 'max · #m Meeting · not ended\nida 1, max 1'));
    it('writes nothing without an end, although we do', () =>
      check(
        '09:00:00 <ann> #startmeeting\n09:00:01 <ann> #info x\n',
        'ann · #m Meeting · not ended\nINFO ann 2: x\nann 2',
      ));
    it('accepts commands before the start', () =>
      check(
        lines`
          08:59:00 <ann> #info early
          08:59:01 <ann> #topic early too
          09:00:00 <ann> #startmeeting
          09:10:00 <ann> #endmeeting`,
        `ann · #m Meeting
        INFO ann 1: early
        TOPIC ann 2: early too
        ann 4`,
      ));
    it('lets a second start only set the clock', () => {
      const text = lines`
        09:00:00 <ann> #startmeeting One
        09:00:01 <ann> #info a
        09:05:00 <bob> #startmeeting Two
        09:06:00 <ann> #startmeeting
        09:07:00 <ann> #endmeeting`;
      check(text, 'ann · #m: One\nINFO ann 2: a\nann 4, bob 1');
      assert.include(write('text', text), 'Meeting started by ann at 09:06:00 UTC.');
    });
    it('continues after an end, and writes again at the next', () => {
      const text = lines`
        09:00:00 <ann> #startmeeting
        09:00:01 <ann> #endmeeting
        09:00:02 <ann> #info late
        09:00:03 <ann> #endmeeting
        09:00:04 <ann> #info too late`;
      check(text, 'ann · #m Meeting\nINFO ann 3: late\nann 4');
      assert.include(write('text', text), 'Meeting ended at 09:00:03 UTC.');
    });
    it('writes at #save', () =>
      check('09:00:00 <ann> #startmeeting\n09:00:01 <ann> #save\n09:00:02 <ann> #info x\n', 'ann · #m Meeting\nann 2'));
  });

  describe('of commands', () => {
    it('ignores case, and accepts text directly after a word', () =>
      check(
        framed(`
          09:01:01 <ann> #INFO loud
          09:01:02 <ann> #Info+plus
          09:01:03 <ann> #topic: dots
          09:01:04 <ann> #topicz z
          09:01:05 <ann> ##info z
          09:01:06 <ann> # info z
          09:01:07 <ann> so #info z
          09:01:08 <ann> #infos z
          `),
        `ann · #m Meeting
        INFO ann 2: loud
        INFO ann 3: +plus
        TOPIC ann 4: : dots
        ann 10`,
      ));
    it('records empty items', () => {
      const text = framed('09:01:01 <ann> #info\n09:01:02 <ann> #topic\n09:01:03 <ann> #link\n');
      check(text, 'ann · #m Meeting\nINFO ann 2: \nTOPIC ann 3: \nLINK ann 4:  [|| ]\nann 5');
      assert.include(write('text', text), '*   (ann, 09:01:01)\n*   (ann, 09:01:02)\n  * LINK:    (ann, 09:01:03)');
    });
    it('ignores commands for chairs, but not #meetingname', () =>
      check(
        framed(`
          09:01:01 <bob> #topic a
          09:01:02 <bob> #agree b
          09:01:03 <bob> #accept c
          09:01:04 <bob> #reject d
          09:01:05 <bob> #chair bob
          09:01:06 <bob> #undo
          09:01:07 <bob> #save
          09:01:08 <bob> #endmeeting
          09:01:09 <bob> #meetingname Bob's
          09:01:10 <bob> #info e
          `),
        `ann · #m Meeting
        INFO bob 11: e
        bob 10, ann 2`,
      ));
    it('splits the nicks of #chair at commas and spaces, those of #unchair at spaces', () => {
      const minutes = minutesOfText(
        framed(
          '09:01:01 <ann> #chair bob, cat  dan,eve\n09:01:02 <ann> #unchair bob, cat\n09:01:03 <ann> #unchair ann\n',
        ),
        'm.log',
        options,
      );
      assert.deepEqual(minutes.chairs, ['bob', 'dan', 'eve']);
      check(
        framed('09:01:01 <ann> #unchair ann\n09:01:02 <ann> #topic still\n'),
        'ann · #m Meeting\nTOPIC ann 3: still\nann 4',
      );
    });
    it('adds people with #nick', () => {
      const text = framed('09:01:01 <bob> #nick cat, dan\n09:01:02 <bob> #nick\n09:01:03 <ann> #action CAT digs\n');
      check(text, 'ann · #m Meeting\nACTION ann 4: CAT digs\nann 3, bob 2, cat 0, dan 0');
      assert.include(write('text', text), '* cat\n  * CAT digs');
    });
    it('removes items of every type', () =>
      check(
        framed(
          '09:01:01 <ann> #undo\n09:01:02 <ann> #info a\n09:01:03 <bob> #undo\n09:01:04 <ann> #topic t\n09:01:05 <ann> #undo x\n09:01:06 <ann> #undo\n',
        ),
        'ann · #m Meeting\nann 7, bob 1',
      ));
    it('sets and clears the title', () => {
      const titled = (...words: string[]) =>
        digest(framed(words.map((word) => `09:01:01 <ann> #meetingtopic${word}\n`).join(''))).split('\n')[0];
      assert.equal(titled('  Our  Plan '), 'ann · #m: Our  Plan');
      assert.equal(titled(' x', ' NONE'), 'ann · #m Meeting');
      assert.equal(titled(' x', ' Unset'), 'ann · #m Meeting');
      assert.equal(titled(' x', ''), 'ann · #m Meeting');
      assert.equal(titled(' x', '\u00a0none\u00a0'), 'ann · #m Meeting');
      assert.equal(titled(' none at all'), 'ann · #m: none at all');
    });
    it('is not affected by #lurk, #unlurk, #commands and #restrictlogs', () =>
      check(
        framed(
          '09:01:01 <ann> #lurk\n09:01:02 <ann> #topic quiet\n09:01:03 <ann> #unlurk\n09:01:04 <bob> #commands\n09:01:05 <ann> #restrictlogs\n',
        ),
        'ann · #m Meeting\nTOPIC ann 3: quiet\nann 6, bob 1',
      ));
  });

  describe('of links', () => {
    it('accepts lines that begin with a known scheme in lower case', () =>
      check(
        framed(`
          09:01:01 <bob> http://a.example/x y
          09:01:02 <bob> HTTP://a.example/x
          09:01:03 <bob> see http://a.example
          09:01:04 <bob> ftp:
          09:01:05 <bob> mailto:me@a.example
          09:01:06 <bob> irc://irc.a.example/x.
          09:01:07 <bob> gopher://a.example
          `),
        `ann · #m Meeting
        LINK bob 2: http://a.example/x y [|http://a.example/x| y]
        LINK bob 5: ftp: [|ftp:| ]
        LINK bob 7: irc://irc.a.example/x. [|irc://irc.a.example/x|.]
        bob 7, ann 2`,
      ));
    it('splits the text of #link', () =>
      check(
        framed(`
          09:01:01 <bob> #link look (https://a.example/b_(c)) here
          09:01:02 <bob> #link no link here
          09:01:03 <bob> #link http://) x
          09:01:04 <bob> #link yhttp://a b http://c
          09:01:05 <bob> #link a  b
          `),
        `ann · #m Meeting
        LINK bob 2: look (https://a.example/b_(c)) here [look (|https://a.example/b_(c|)) here]
        LINK bob 3: no link here [|no| link here ]
        LINK bob 4: http://) x [|http://)| x ]
        LINK bob 5: yhttp://a b http://c [y|http://a| b http://c]
        LINK bob 6: a  b [|a|  b ]
        bob 5, ann 2`,
      ));
  });

  describe('of lines', () => {
    it('finds people in texts that look like actions, and counts their lines', () =>
      check(
        framed('09:01:01 <ann> * bob bows\n09:01:02 <ann> *sigh*\n09:01:03 <ann> #info x\n'),
        'ann · #m Meeting\nINFO ann 6: x\nann 5, bob 1, sigh* 1',
      ));
    it('turns texts that begin with ACTION into actions', () => {
      const text = framed('09:01:01 <ann> ACTION list\n09:01:02 <ann> ACTIONS are many\n09:01:03 <ann> action small\n');
      check(text, 'ann · #m Meeting\nann 5');
      const html = write('log-html', text);
      assert.include(
        html,
        '<span class="tm">09:01:01 </span><span class="nka">* ann</span> <span class="ac">list</span>',
      );
      assert.include(html, '<span class="nka">* ann</span> <span class="ac">are many</span>');
      assert.include(html, '&lt;ann&gt;</span> action small');
    });
    it('drops one prefix of a nick that speaks, but none of one that acts', () =>
      check(
        framed(`
          09:01:01 <@bob> x
          09:01:02 <+bob> x
          09:01:03 <%bob> x
          09:01:04 <@+bob> x
          09:01:05 < bob> x
          09:01:06 < @bob> x
          09:01:07 <bob lee> x
          09:01:08 <bob >x
          09:01:09 < > x
          09:01:10 <> x
          09:01:11 * @bob bows
          `),
        'ann · #m Meeting\nbob 4, ann 2, @bob 2, %bob 1, +bob 1, bob lee 1,  1',
      ));
    it('reads times with and without brackets, and ignores other lines', () =>
      check(
        framed(`
          [09:01:01] <b> x
          09:02 <c> x
          [09:03:00 <d> x
          09:04:00] <e> x
          09:05:00<f>x
             09:06:00 <g> x
          2031-01-01 09:07:00 <h> x
          (09:08) <i> x
          09:09:00\t<j> x
          09:10:00 -!- k joined
          09:11:00 *** l joined
          09:12:00 *m tight
          09:13:00 *
          `),
        'ann · #m Meeting\nann 2, b 1, c 1, d 1, e 1, f 1, g 1, ** 1, m 1',
      ));
    it('uses the last time for a line without one', () => {
      const text = framed('09:01:01 <bob> x\n<bob> #info y\n25:99 <bob> #info z\n');
      assert.include(write('text', text), '* y  (bob, 09:01:01)\n* z  (bob, 09:01:01)');
    });
    it('gives owners with non-ASCII nicks no rights', () =>
      check(
        '09:00:00 <Ülo> hi\n09:00:01 <Ülo> #startmeeting T\n09:00:02 <Ülo> #topic x\n09:00:03 <Ülo> #info y\n09:00:04 <Ülo> #endmeeting\n',
        'Ülo · #m Meeting · not ended\nINFO Ülo 4: y\nÜlo 5',
      ));
    it('compares nicks exactly', () =>
      check(framed('09:01:01 <Ann> #topic x\n09:01:02 <ann_> #topic y\n'), 'ann · #m Meeting\nann 2, Ann 1, ann_ 1'));
    it('strips whitespace at both ends, including the line end', () => {
      const text = '09:00:00 <ann> #startmeeting\r\n09:00:01 <ann> #info x \t\r\n09:00:02 <ann> #endmeeting\r\n';
      check(text, 'ann · #m Meeting\nINFO ann 2: x\nann 3');
    });
    it('keeps invalid bytes as they were read', () =>
      check(framed('09:01:01 <ann> #info caf\uFFFD x\n'), 'ann · #m Meeting\nINFO ann 2: caf\uFFFD x\nann 3'));
  });

  describe('of action items', () => {
    const people = ['bob', 'Bob', 'bob_', '[eve]', 'j|away', 'Jörg', 'Ülo', 'x-']
      .map((nick) => `09:00:01 <${nick}> hi\n`)
      .join('');
    const byPerson = (...texts: string[]) => {
      const given = texts.map((text) => `09:01:01 <ann> #action ${text}\n`).join('');
      return write('text', framed(people + given))
        .split('Action items, by person\n-----------------------\n\n')[1]
        ?.split('\n\n')[0];
    };

    it('finds nicks between ASCII word boundaries, ignoring the case of ASCII letters', () => {
      const found = ["bob's cat", 'BOB-lee', 'bobby', 'bob_ digs', 'http://bob.example/', '[eve] digs', 'j|away digs'];
      const more = ['Jörg digs', 'JÖRG digs', 'Ülo digs', 'x- digs'];
      assert.equal(
        byPerson(...found, ...more),
        lines`
          * bob
            * bob's cat
            * BOB-lee
            * http://bob.example/
          * Bob
            * bob's cat
            * BOB-lee
            * http://bob.example/
          * bob_
            * bob_ digs
          * j|away
            * j|away digs
          * Jörg
            * Jörg digs
          * **UNASSIGNED**
            * bobby
            * [eve] digs
            * JÖRG digs
            * Ülo digs
            * x- digs`,
      );
    });
    it('loses a single unassigned one', () =>
      assert.equal(byPerson('bob digs', 'somebody digs'), '* bob\n  * bob digs\n* Bob\n  * bob digs'));
    it('has two unassigned ones', () =>
      assert.include(
        byPerson('bob digs', 'somebody digs', 'nobody digs'),
        '* **UNASSIGNED**\n  * somebody digs\n  * nobody digs',
      ));
    it('loses all if none is assigned', () => assert.isUndefined(byPerson('somebody digs', 'nobody digs')));
  });

  describe('written', () => {
    it('keeps whitespace, and breaks lines at any', () => {
      const n = 'n'.repeat(66);
      const text = framed(
        `09:01:01 <ann> #info two  blanks   here\n09:01:02 <ann> #info a\tb\n09:01:03 <ann> #info ${n}\u00a0tail\n`,
      );
      assert.include(
        write('text', text),
        `* two  blanks   here  (ann, 09:01:01)\n* a     b  (ann, 09:01:02)\n* ${n}\n  tail  (ann, 09:01:03)`,
      );
    });
    it('has an empty line above every topic except the first', () => {
      const text = framed(
        '09:01:01 <ann> #info a\n09:01:02 <ann> #topic b\n09:01:03 <ann> #info c\n09:01:04 <ann> #topic d\n',
      );
      assert.include(
        write('text', text),
        '* a  (ann, 09:01:01)\n* b  (ann, 09:01:02)\n  * c  (ann, 09:01:03)\n\n* d  (ann, 09:01:04)',
      );
    });
    it('treats the title as markup', () => {
      const html = write(
        'html',
        framed('09:01:01 <ann> #meetingtopic <i>x</i>\n09:01:02 <ann> #topic <i>t</i> & "q"\n'),
      );
      assert.include(html, '<h1>#m: <i>x</i></h1>');
      assert.include(html, '<b class="TOPIC">&lt;i&gt;t&lt;/i&gt; &amp; "q"</b>');
    });
    it('wraps the document between its marks, whoever wrote them', () => {
      const text = write('text', framed('09:01:01 <ann> #info odd eWRAPe word\n09:01:02 <ann> #info next\n'));
      assert.include(
        text,
        'm.log.html .eWRAPe    Meeting summary ---------------  * odd word  (ann, 09:01:01)\n* next  (ann, 09:01:02)\n',
      );
    });
    it('names more items at the same time than the alphabet has letters', () => {
      const text = framed(Array.from({ length: 30 }, (_, index) => `09:01:01 <ann> #info n${index}\n`).join(''));
      const rst = write('rst', text);
      for (const name of ['ann-09:01:01_', 'ann-09:01:01a_', 'ann-09:01:01z_', 'ann-09:01:01aa_', 'ann-09:01:01ac_']) {
        assert.include(rst, `(${name})`);
      }
    });
    it('does not escape what it links in reStructuredText: a URL, or without one, the first word', () => {
      const rst = write(
        'rst',
        framed('09:01:01 <ann> #link under_ score_ x\n09:01:02 <ann> #link see_ http://a.example/_ b_\n'),
      );
      assert.include(rst, 'under_ score\\_ x');
      assert.include(rst, 'see\\_ http://a.example/_ b\\_');
    });
    it('highlights commands, topics and addressees in the log', () => {
      const html = write(
        'log-html',
        framed(`
          09:01:01 <bob> #topics and more
          09:01:02 <bob> #TOPIC upper
          09:01:03 <bob> ann: hi <b>
          09:01:04 <bob> http://x.example: see
          09:01:05 <bob> a:b: c
          09:01:06 <bob> ann:no
          09:01:07 * bob waves & smiles
          `),
      );
      const bob = '<span class="nk"> &lt;bob&gt;</span>';
      for (const [index, line] of [
        `<span class="tm">09:01:01</span>${bob} <span class="topic">#topic</span><span class="topicline">s and more</span>`,
        `<span class="tm">09:01:02</span>${bob} <span class="cmd">#TOPIC </span><span class="cmdline">upper</span>`,
        `<span class="tm">09:01:03</span>${bob} <span class="hi">ann:</span> hi &lt;b&gt;`,
        `<span class="tm">09:01:04</span>${bob} <span class="hi">http://x.example:</span> see`,
        `<span class="tm">09:01:05</span>${bob} <span class="hi">a:b:</span> c`,
        `<span class="tm">09:01:06</span>${bob} ann:no`,
        '<span class="tm">09:01:07 </span><span class="nka">* bob</span> <span class="ac">waves &amp; smiles</span>',
      ].entries()) {
        assert.include(html, `<a name="l-${index + 2}"></a>${line}\n`);
      }
    });
    it('handles each meeting separately if a log has several', () => {
      const log = `${framed('09:01:01 <ann> #info one\n')}09:30:00 <bob> talk\n09:31:00 <bob> #startmeeting\n09:32:00 <bob> #info two\n09:33:00 <bob> #endmeeting\n`;
      assert.lengthOf(logOf(log).meetings, 2);
      assert.equal(digest(log).split('\n')[1], 'INFO ann 2: one');
    });
  });
});
