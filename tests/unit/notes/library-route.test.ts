import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, LIBRARY_TABS, routeOf } from '../../../lib/notes/library-route';

describe('the address of a place in the library', () => {
  it('comes back as it was given, whatever the id holds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LIBRARY_TABS),
        fc.constantFrom('one' as const, 'of' as const),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
        (tab, part, id) => {
          expect(routeOf(hashOf(tab, part, id))).toEqual({ tab, part, id });
        },
      ),
    );
    for (const tab of LIBRARY_TABS) expect(routeOf(hashOf(tab))).toEqual({ tab, part: null, id: null });
  });

  it('leads to the first list where it means nothing', () => {
    const list = routeOf('');
    for (const hash of ['#nowhere', '#/', '#__proto__', '#nowhere/one/x'])
      expect(routeOf(hash)).toEqual(list);
    expect(routeOf('#notes/one/%E0%A4%A')).toEqual({ tab: 'notes', part: null, id: null });
    expect(routeOf('#notes/two/x')).toEqual({ tab: 'notes', part: null, id: null });
  });
});
