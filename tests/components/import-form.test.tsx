// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { ImportForm } from '../../components/exchange/import-form';
import { english, show } from './render';

const NONE = { new: 0, same: 0, changed: 0, conflicting: 0 };

async function preview(counts: Partial<typeof NONE>, skipped = 0): Promise<HTMLElement> {
  const plan = { counts: { ...NONE, ...counts }, entries: [] };
  const actions = { choose: vi.fn(), apply: vi.fn(), cancel: vi.fn() };
  return show(<ImportForm data={{ step: 'planned', file: 'ada.jsonld', plan, skipped }} actions={actions} />);
}

const buttonNamed = (place: ParentNode, name: string) =>
  [...place.querySelectorAll('button')].find((button) => button.textContent === name);

const lines = (place: HTMLElement) => [...place.querySelectorAll('.plan li')].map((line) => line.textContent);

describe('what a file would do', () => {
  it('names what there is of each kind, and nothing that there is none of', async () => {
    const place = await preview({ new: 1_200, conflicting: 2 });
    expect(lines(place)).toEqual([
      english('library_plan_new', 1_200),
      english('library_plan_conflicting', 2),
    ]);
    expect(place.textContent).toContain(english('library_plan_conflicts'));
    expect(buttonNamed(place, english('library_apply_count', 1_202))).toBeDefined();
  });

  it('is nothing where all is here already: then there is no button for it', async () => {
    const place = await preview({ same: 3 });
    expect(lines(place)).toEqual([english('library_plan_same', 3)]);
    expect(place.textContent).toContain(english('library_nothing_new'));
    expect(place.querySelector('.plan .primary')).toBeNull();
  });

  it('has no list where no entry can be used', async () => {
    const place = await preview({}, 4);
    expect(place.querySelector('.plan ul')).toBeNull();
    expect(place.textContent).toContain(english('library_skipped_count', 4));
  });
});
