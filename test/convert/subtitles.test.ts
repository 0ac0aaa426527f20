import { check } from './checkConverted.js';

const unknownDate = 'Times count from the start of the recording, whose date is unknown.';
const dated = 'Times count from the start of the recording.';

describe('WebVTT', () => {
  it('has voices, ids, comments, styles and several lines', () =>
    check(
      'webvtt',
      [
        'WEBVTT - a call',
        'Kind: captions',
        '',
        'STYLE',
        '::cue { color: red }',
        '',
        'NOTE Confidence: 0.9',
        '',
        'f00-1',
        '00:00:03.000 --> 00:00:06.000 align:start',
        '<v Ada Moss>morning',
        'all</v>',
        '',
        '2',
        '01:02:10.000 --> 01:02:13.500',
        '<v.loud Finn Reed>#info <i>1 &lt; 2 &amp; 3</i></v>',
        '',
      ].join('\n'),
      ['00:00:03 <Ada Moss> morning', '00:00:03 <Ada Moss> all', '01:02:10 <Finn Reed> #info 1 < 2 & 3'],
      [unknownDate],
    ));
  it('has several voices in one subtitle', () =>
    check(
      'webvtt',
      'WEBVTT\r\n\r\n00:03.000 --> 00:06.000\r\n<v Ada>yes</v> <v Finn>rook: no\r\n',
      ['00:00:03 <Ada> yes', '00:00:03 <Finn> rook: no'],
      [unknownDate],
    ));
  it('has names before colons, as Zoom writes them', () =>
    check(
      'webvtt',
      'WEBVTT\n\n1\n00:00:03.000 --> 00:00:06.000\nAda Moss: morning: all\nto: all\n\n2\n00:00:07.000 --> 00:00:08.000\nand you?\n',
      ['00:00:03 <Ada Moss> morning: all', '00:00:03 <Ada Moss> to: all', '00:00:07 <Ada Moss> and you?'],
      [unknownDate],
    ));
  it('has marks for those who are not named', () =>
    check(
      'webvtt',
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nhello\n\n00:00:03.000 --> 00:00:06.000\n>> Ada: hi\n- yes\n',
      ['00:00:01 <unknown> hello', '00:00:03 <Ada> hi', '00:00:03 <unknown> yes'],
      [unknownDate],
    ));
  it('counts from the date in its name, or a given one', async () => {
    const text = 'WEBVTT\n\n00:00:03.000 --> 00:00:06.000\n<v Ada>hi\n';
    await check('webvtt', text, ['2031-03-14 20:58:13 <Ada> hi'], [dated], {}, 'GMT20310314-205810_Recording.vtt');
    await check('webvtt', text, ['2031-03-14 00:00:03 <Ada> hi'], [dated], {}, 'call-2031-03-14.vtt');
    await check(
      'webvtt',
      text,
      ['2031-03-15 09:00:03 <Ada> hi'],
      [dated],
      { start: '2031-03-15 09:00' },
      'a2031-03-14.vtt',
    );
    await check('webvtt', text, ['00:00:03 <Ada> hi'], [unknownDate], {}, 'call-2031-02-30.vtt');
  });
  it('says how many subtitles have no words', () =>
    check(
      'webvtt',
      'WEBVTT\n\n00:00:03.000 --> 00:00:06.000\n<v Ada></v>\n\n00:00:04.000 --> 00:00:06.000\n<v Ada>hi\n',
      ['00:00:04 <Ada> hi'],
      [unknownDate, '1 message without text is left out.'],
    ));
  it('says how many subtitles are left out', () =>
    check(
      'webvtt',
      `WEBVTT\n\n00:00:99.000 --> 00:00:06.000\nx\n\nsome words\n\n00:00:03.000 --> 00:00:06.000\n<v Ada>hi\n\n${'<b>'.repeat(9000)}\n`,
      ['00:00:03 <Ada> hi'],
      [unknownDate, '3 subtitles without readable times are left out.'],
    ));
});

describe('SubRip', () => {
  it('has decimal commas', () =>
    check(
      'srt',
      '1\n00:00:03,000 --> 00:00:06,000\nAda: hi\n\n2\n00:00:07,5 --> 00:00:08,0\n<i>Finn: #info x</i>\n',
      ['00:00:03 <Ada> hi', '00:00:07 <Finn> #info x'],
      [unknownDate],
    ));
});

describe('SBV', () => {
  it('has two times before a text', () =>
    check(
      'sbv',
      '0:00:03.000,0:00:06.000\nAda: hi\nall\n\n1:00:07.000,1:00:08.000\n>> Finn: 1 < 2[br]yes\n\nx\n',
      ['00:00:03 <Ada> hi', '00:00:03 <Ada> all', '01:00:07 <Finn> 1 < 2', '01:00:07 <Finn> yes'],
      [unknownDate, '1 subtitle without readable times is left out.'],
    ));
});
