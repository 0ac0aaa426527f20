import { assert } from 'chai';
import { scribed, shownOf } from '../../helpers/scribed.js';

const check = (rows: readonly string[], ...expected: readonly string[]) => assert.deepEqual(shownOf(rows), expected);

/** The same below a line in which `s` becomes the scribe. */
const below = (rows: readonly string[], ...expected: readonly string[]) =>
  check(['<s> scribe: s', ...rows], ...expected);

describe('of a meeting with a scribe is shown', () => {
  it('the text behind labels, without the spaces around it', () => {
    below(['<x> Topic:  tea  '], 'topic <x> tea');
    below(['<x> topic:'], 'topic <x> ');
    below(['<x> sub-topic： cups'], 'subtopic <x> cups');
    below(['<x> ACTION ann to pour '], 'action <x> ann to pour');
    below(['<x> action 3: done'], 'action <x> 3: done');
    below(['<x> RESOLVED: green', '<x> issue: cold'], 'resolution <x> green', 'issue <x> cold');
    below(['<x> Topic:\u00a0tea'], 'topic <x> \u00a0tea');
  });

  it('repositories, slides and anchors', () => {
    below(
      ['<x> repo: a/b', '<x> gb, use  c/d ', '<x> repo- a/b', '<x> gb, drop c/d'],
      ...['repo <x> a/b', 'repo <x> c/d', 'repo-drop <x> a/b', 'repo-drop <x> c/d'],
    );
    below(
      ['<x> slides: our https://a.example/b', '<y> [slide 12]'],
      'slideset <x> our https://a.example/b',
      'slide <y> 12 (https://a.example/b#12)',
    );
    below(
      ['<x> slides: https://a.example/b.pdf', '<y> [slide 2]'],
      'slideset <x> https://a.example/b.pdf',
      'slide <y> 2 (https://a.example/b.pdf#page=2)',
    );
    below(['<x> slides: none'], 'remark <x> slides: none');
    below(['<s> slides: none'], 'narration <s> slides: none');
    below(['<x> recording: none'], 'remark <x> recording: none');
    below(['<s> recording: none'], 'narration <s> recording: none');
    below(
      ['<x> namedanchorhere: our tea', '<x> namedanchorhere: our tea', '<x> namedanchorhere: toc'],
      'anchor <x> our tea (our_tea)',
      'remark <x> namedanchorhere: our tea',
      'remark <x> namedanchorhere: toc',
    );
  });

  it('nothing of addresses and times, which are kept', () => {
    const { links, recording, recordingStart, recordingEnd, title, date } = scribed([
      '10:00:00 <s> scribe: s',
      '10:00:00 <x> agenda: https://a.example/1',
      '10:00:00 <x> agenda: https://a.example/2',
      '10:00:00 <x> previous meeting: https://a.example/3',
      '10:00:00 <x> next meeting: https://a.example/4',
      '10:00:00 <RRSAgent> logging to https://a.example/5#T10-00-00',
      '10:00:00 <RRSAgent> made the request to generate https://a.example/6#x ann',
      '10:00:00 <x> recording: at https://a.example/7 (long)',
      '10:05:10 <x> recording started at :04',
      '10:50:20 <x> recording ends',
      '10:00:00 <x> meeting:  Tea ',
      '10:00:00 <x> date: 5 Dec 2031, today',
    ]).state;
    assert.deepEqual(
      [...links].map(([name, { url, line }]) => `${name} ${url} ${line}`),
      [
        'agenda https://a.example/2 2',
        'previous https://a.example/3 3',
        'next https://a.example/4 4',
        'log https://a.example/5 5',
        'minutes https://a.example/6 6',
      ],
    );
    assert.deepEqual([recording?.url, recording?.text.text], ['https://a.example/7', 'at https://a.example/7 (long)']);
    assert.deepEqual([recordingStart, recordingEnd], [36_000 + 240, 36_000 + 50 * 60 + 20]);
    assert.deepEqual([title?.text, date?.text], ['Tea', '5 Dec 2031']);
    const later = scribed(['10:05:10 <x> recording starts', '10:03:00 <x> recording ended at :55']).state;
    assert.deepEqual([later.recordingStart, later.recordingEnd], [36_310, 35_700]);
    const none = scribed(['10:00:00 <x> recording: https://a.example/7', '10:00:00 <x> recording: none']).state;
    assert.isUndefined(none.recording);
    const last = scribed(['<RRSAgent> See https://a.example/5', '<RRSAgent> recorded in https://a.example/8']).state;
    assert.equal(last.links.get('log')?.url, 'https://a.example/8');
  });

  it('nothing of commands, and what is wrong in them as it is', () => {
    below(['<x> present+', '<x> chair: ann', '<x> q+', '<x> rrsagent, bye', '<RRSAgent> hello', '<Zakim> hello']);
    below(['<x> agenda: https://a.example/b', '<x> meeting: Tea', '<x> date: 5 Dec 2031', '<x> scribe+ x']);
    below(['<x> agenda: soon'], 'remark <x> agenda: soon');
    below(['<s> agenda: soon'], 'remark <s> agenda: soon');
    below(['<s> next meeting: soon'], 'remark <s> next meeting: soon');
    below(['<x> chair:', '<s> scribe:'], 'remark <x> chair:', 'remark <s> scribe:');
  });

  it('of a block, the lines as they are, in one piece if it is the scribe’s', () => {
    below(
      ['<s> [[', '<x> hi', '<s>  Topic: tea', '<s> two', '<s> end ]]', '<s> more'],
      'verbatim <s>  /  Topic: tea / two',
      'remark <x> hi',
      'narration <s> more',
    );
    below(['<x> ```', '<x> one', '<x> two', '<x> ```'], 'verbatim-remark <x> one', 'verbatim-remark <x> two');
    below(['<x> [[', '<x> scribe: x', '<x> Bob: hi'], 'verbatim-remark <x> scribe: x', 'verbatim-remark <x> Bob: hi');
  });

  it('what the queue keeper takes up, with lines that go on', () => {
    below(['<Zakim> agendum 2. "green tea" taken up [from ann]'], 'topic <Zakim> green tea');
    below(['<Zakim> agendum 12 -- green tea -- taken up [from ann]'], 'topic <Zakim> green tea');
    below(['<Zakim> agendum 2 -- 2 -- 2'], 'topic <Zakim> 2 -- 2');
    below(
      ['<Zakim> agendum 2 -- green', '<x> hi', '<Zakim> ... tea -- taken up [from ann]'],
      'topic <Zakim> green tea',
      'remark <x> hi',
    );
    below(['<Zakim> ann, you wanted to', '<Zakim> ... pour'], 'remark <Zakim> ann, you wanted to pour');
    below(['<Zakim> ann, you wanted to', '<Zakim> hello', '<Zakim> ... pour'], 'remark <Zakim> ann, you wanted to');
    below(['<Zakim> ... pour']);
    below(['<Zakim> agendum 2 -- tea', '<Zakim> the attendees were ann', '<Zakim> ... bob'], 'topic <Zakim> tea');
  });

  it('of other bots, their items', () => {
    below(
      ['<trackbot> ACTION-3 -- Pour tea', '<trackbot> https://a.example/3'],
      'bot-item <trackbot> ->https://a.example/3 ACTION-3 (Pour tea)',
    );
    below(['<trackbot> https://a.example/3'], 'bot <trackbot> https://a.example/3');
    below(['<trackbot> Created ACTION-3'], 'bot <trackbot> Created ACTION-3');
    below(['<x> trackbot, bye', '<agendabot> hello', '<x> agendabot, bye', '<gb> OK']);
    below(
      ['<gb> https://a.example/3 -> CLOSED Issue 3 cold tea', '<gb> https://a.example/ann -> @ann'],
      'bot-item <gb> ->https://a.example/3 CLOSED Issue 3 (cold tea)',
      'bot-item <gb> ->https://a.example/ann @ann ()',
    );
    below(
      ['<gb> Closed issue 3', '<gb> hm', '<x> gb, close 3'],
      ...['bot <gb> Closed issue 3', 'remark <gb> hm', 'remark <x> gb, close 3'],
    );
  });

  it('talk that escapes the rules', () => {
    below(['<x>  <X> Topic: tea', '<x> <x>  hi'], 'remark <x> Topic: tea', 'remark <x>  hi');
    below(['<s> <s> Bob: hi'], 'remark <s> Bob: hi');
    below(['<s>  \\ Bob: hi', '<x> \\hi'], 'narration <s>  Bob: hi', 'remark <x> hi');
    below(['<s> Bob: hi', '<s> <s> I', '<s> ... more'], 'speech Bob: hi', 'remark <s> I', 'speech Bob: more');
    below(['<s> Bob: hi', '<s> \\well', '<s> ... more'], 'speech Bob: hi', 'narration <s> well', 'speech Bob: more');
  });

  it('speech, with the lines that go on', () => {
    below(['<s>  Bob :  hi  '], 'speech Bob: hi  ');
    below(['<s> Bob: hi', '<s> ...  there  ', '<s> … you'], 'speech Bob: hi / there / you');
    below(['<s> Bob: hi', '<x> q+', '<s> ... there'], 'speech Bob: hi / there');
    below(['<s> Bob: hi', '<x> oh', '<s> ... there'], 'speech Bob: hi', 'remark <x> oh', 'speech Bob: there');
    below(['<s> Bob: hi', '<s> +1', '<s> ... there'], 'speech Bob: hi', 'remark <s> +1', 'speech Bob: there');
    below(['<s> Bob: hi', '<s> bob: ho', '<s> ... there'], 'speech Bob: hi', 'speech bob: ho / there');
    below(
      ['<s> Bob: hi', '<s> -> https://a.example/b', '<s> ... there'],
      'speech Bob: hi',
      'narration <s> -> https://a.example/b',
      'speech Bob: there',
    );
    below(['<s> Bob: hi', '<s> they laugh', '<s> ... loud'], 'speech Bob: hi', 'narration <s> they laugh / loud');
  });

  it('dots after an item with the last speaker, if there is one', () => {
    below(
      ['<s> Bob: hi', '<s> ACTION: bob to pour', '<s> ... by Friday'],
      'speech Bob: hi',
      'action <s> bob to pour',
      'speech Bob: by Friday',
    );
    below(['<s> ACTION: bob to pour', '<s> ... by Friday'], 'action <s> bob to pour / by Friday');
  });

  it('dots of others with the last thing of theirs that can go on', () => {
    for (const label of ['Topic', 'Subtopic', 'ACTION', 'RESOLVED', 'ISSUE']) {
      const [shown, ...others] = shownOf(['<s> scribe: s', `<x> ${label}: tea`, '<y> hi', '<x> ... cups']);
      assert.match(shown ?? '', / tea \/ cups$/, label);
      assert.deepEqual(others, ['remark <y> hi']);
    }
    below(['<x> hi', '<x> ... there'], 'remark <x> hi', 'remark <x> ... there');
    below(['<x> Topic: tea', '<y> ... cups'], 'topic <x> tea', 'remark <y> ... cups');
    below(['<s> Topic: tea', '<Bob> ... cups'], 'topic <s> tea', 'remark <Bob> ... cups');
    below(['<s> Bob: hi', '<Bob> ... cups'], 'speech Bob: hi', 'remark <Bob> ... cups');
  });

  it('dots before anything else with the first line of the log', () => {
    check(['<x> Topic: tea', '<s> scribe: s', '<s> ... cups'], 'topic <x> tea / cups');
    check(['<s> scribe: s', '<x> Topic: tea', '<s> ... cups'], 'topic <x> tea', 'narration <s> cups');
    below(['<s> hello', '<s> <s> ho', '<s> ... cups'], 'narration <s> hello', 'remark <s> ho', 'narration <s> cups');
  });

  it('narration, which ends a speaker’s turn, and remarks', () => {
    below(['<s>  hello ', '<x>  hello '], 'narration <s>  hello ', 'remark <x>  hello ');
    below(['<s> +1', '<s> -2 no'], 'remark <s> +1', 'remark <s> -2 no');
    below(['<s_> Bob: hi', '<S> Al: ho'], 'speech Bob: hi', 'speech Al: ho');
    below(['<s> Bob: hi', '<s_> ... there'], 'speech Bob: hi', 'narration <s_> there');
  });

  it('corrections that failed, as they are', () => {
    below(
      ['<x> s/a/b/', '<s> Topic: tea', '<s> s/nowhere/Bob: hi/', '<x> hi'],
      ...['failed-edit <x> s/a/b/', 'topic <s> tea', 'failed-edit <s> s/nowhere/Bob: hi/', 'remark <x> hi'],
    );
    below(
      ['<s> Bob: hi', '<s> s/nowhere/x/', '<s> ... there'],
      'speech Bob: hi',
      'failed-edit <s> s/nowhere/x/',
      'speech Bob: there',
    );
  });
});
