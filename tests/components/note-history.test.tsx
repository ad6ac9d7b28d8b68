// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { NoteHistory } from '../../components/library/note-history';
import { currentVersion } from '../../lib/team/conflicts';
import { noteHistory } from '../../lib/team/note-history';
import { write } from '../unit/team/sample-annotation';
import { brokenRules, english, show } from './render';

describe('the history of a note', () => {
  it('shows who wrote each version, and the words taken out and put in', async () => {
    const first = await write(null, 'a', 'the harbour opens', 1);
    const second = await write(first, 'b', 'the harbour closes', 2);
    const item = { id: second.id, version: currentVersion(second)!, conflicted: false, record: second };
    const value = { item, steps: noteHistory(second, [first]) };
    const place = await show(<NoteHistory note={{ id: second.id, value, failure: null }} language="en" />);
    const [last, written] = [...place.querySelectorAll('li')];
    expect(last?.textContent).toContain('author of b');
    expect(last?.querySelector('del')?.textContent).toBe('opens');
    expect(last?.querySelector('ins')?.textContent).toBe('closes');
    expect(written?.textContent).toContain(english('history_written'));
    expect(await brokenRules(place)).toEqual([]);
  });

  it('lets a long version be scrolled by the keyboard', async () => {
    const record = await write(null, 'a', 'word '.repeat(12_000), 1);
    const item = { id: record.id, version: currentVersion(record)!, conflicted: false, record };
    const value = { item, steps: noteHistory(record, []) };
    const place = await show(<NoteHistory note={{ id: record.id, value, failure: null }} language="en" />);
    expect(place.querySelector<HTMLElement>('.words')?.tabIndex).toBe(0);
    expect(await brokenRules(place)).toEqual([]);
  });

  it('says that a note is gone', async () => {
    const place = await show(<NoteHistory note={{ id: 'x', value: null, failure: null }} language="en" />);
    expect(place.textContent).toContain(english('library_gone'));
  });
});
