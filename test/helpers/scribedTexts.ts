import fc from 'fast-check';

/** What is said in meetings with a scribe: every kind of line, and what nearly is one. */
const sayings = [
  ...[
    'scribe: ann',
    'scribe+',
    'scribe-',
    'scribe: ann, bob = Bob Hill',
    'scribe: Ann Hill',
    'ScribeNick: *',
    'scribe:',
  ],
  ...[
    'present+',
    'present+ Cy',
    'present: ann, bob',
    'present- ann',
    'regrets+ Di',
    'regrets:',
    'chair: ann',
    'chair-',
  ],
  ...['Topic: tea', 'Topic:', 'subtopic: cups', 'ACTION: ann to pour', 'action bob to sing', 'RESOLVED: green'],
  ...['issue: cold', 'Meeting: Tea', 'Agenda: https://a.example/b', 'date: 5 Dec 2031', 'date: 2031-12-05'],
  ...['next meeting: soon', 'repo: a/b', 'repo-', 'slides: https://a.example/c', '[slide 3]', 'recording starts'],
  ...['q+', 'ack ann', 'zakim, who is here?', 'agenda+ tea', 'next agendum', 'trackbot, bye', 'agendabot, hi'],
  ...['namedanchorhere: x', '<ann> hi', '\\Topic: x', 'Bob: hi', 'Bob:', ': hi', '... there', '…', '.. more', '. no'],
  ...['-> https://a.example/d', '+1', '-1 no', '+1agree', 'hello', '[[', ']]', '```', '', ' ', '--', '-'],
  ...['s/tea/milk/', 's/tea/milk/g', 's/e/ee/G', 's|a/b|c|', 's/nowhere/x/', 's//x/', 's/a/', 'i/tea/Topic: more tea/'],
  ...['i/hello/Bob: and I/', 's/Topic: //', 's/hello/Topic: hello/', 's/milk/tea/', 's/tea\u200c/x/', 's/x/\ud83d/'],
  ...['scribeoptions: -implicit', 'scribeoptions: -dash -nousezakim', 'scribeoptions: -tea -allowspace'],
  ...['zakim, start meeting', 'zakim, end meeting', 'rrsagent, bye', 'rrsagent, make minutes', 'gb, use a/b'],
];

/** What bots say. */
const botSayings = [
  '<RRSAgent> I have made the request to generate https://a.example/2031/03/14-tea-minutes.html ann',
  '<RRSAgent> See https://a.example/2031/03/14-tea-irc#T10-00-00',
  '<Zakim> agendum 2 -- tea -- taken up [from ann]',
  '<Zakim> agendum 3. "cups" taken up',
  '<Zakim> ann, you wanted to pour',
  '<Zakim> the attendees were ann, bob,',
  '<Zakim> ... cy, di',
  '<Zakim> Present: ann',
  '<trackbot> ACTION-3 -- pour',
  '<trackbot> https://a.example/3',
  '<gb> https://a.example/3 -> Issue 3 cold tea',
  '<gb> s|tea|-> Issue 3 https://a.example/3|',
];

const nick = fc.constantFrom('ann', 'ann', 'bob', 'ann_', 'Zakim', 'gb', 'trackbot', 'RRSAgent');

/** What someone says, and who, as `<ann> hello`. */
export const scribedLine: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(nick, fc.constantFrom(...sayings)).map(([who, text]) => `<${who}> ${text}`) },
  { weight: 2, arbitrary: fc.constantFrom(...botSayings) },
  { weight: 1, arbitrary: fc.tuple(nick, fc.string({ unit: 'grapheme' })).map(([who, text]) => `<${who}> ${text}`) },
);
