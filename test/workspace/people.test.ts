import { assert } from 'chai';
import { documentHighlights } from '../../server/src/features/documentHighlights.js';
import { hover } from '../../server/src/features/hover.js';
import { references } from '../../server/src/features/references.js';
import { finish } from '../../server/src/log/steps.js';
import { defaultSettings } from '../../server/src/settings.js';
import { logProject } from '../../server/src/workspace/logProject.js';
import { emptyProject } from '../../server/src/workspace/project.js';
import { logOf, meeting, uri } from '../helpers/logs.js';

const people = [
  { name: 'Ann *Lee*', nicks: ['annlee', 'boat'] },
  { name: 'Bob Ray', nicks: ['boat_two'] },
];
const project = logProject({ ...emptyProject, people }, [], { file: 'file:///meetlog.json', text: '' }, uri);
const log = logOf(
  meeting('10:01 <annlee> hi\n10:02 <boat> #info hello\n10:03 <boat_two> annlee: hi\n10:04 <bob> hi\n'),
);
const onAnn = { line: 1, character: 8 };

describe('people of the project’s file', () => {
  const card = (character: number, line: number) => {
    const found = finish(hover(log, { line, character }, { ...defaultSettings, project }));
    return (found?.contents as { value: string } | undefined)?.value;
  };
  const linesOf = (places: readonly { range: { start: { line: number } } }[]) =>
    places.map(({ range }) => range.start.line);

  it('have their full names in hovers', () => {
    assert.include(card(8, 1), 'Name: Ann \\*Lee\\*');
    assert.include(card(8, 1), 'Also: boat');
    assert.include(card(8, 3), 'Name: Bob Ray');
    assert.notInclude(card(8, 4), 'Name');
  });
  it('are one person under all their nicks', () => {
    assert.deepEqual(linesOf(finish(references(log, uri, onAnn, true, project))), [1, 2, 3]);
    assert.deepEqual(linesOf(finish(documentHighlights(log, onAnn, project))), [1, 2, 3]);
    assert.deepEqual(linesOf(finish(references(log, uri, onAnn, true))), [1, 3]);
  });
  it('are not those to whom the file gives a nick that the log connects', () => {
    const changed = logOf(meeting('10:01 <annlee> hi\n10:02 *** annlee is now known as bob\n10:03 <bob> hi\n'));
    const both = finish(references(changed, uri, onAnn, true));
    const given = { ...emptyProject, people: [...people, { name: 'Bob', nicks: ['bob'] }] };
    const own = logProject(given, [], { file: 'file:///meetlog.json', text: '' }, uri);
    const one = finish(references(changed, uri, onAnn, true, own));
    assert.isAbove(both.length, one.length);
    assert.notInclude(linesOf(one), 3);
  });
});
