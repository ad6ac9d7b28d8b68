import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toIsoTime } from '../../../lib/article/page-date';
import { isoDay, parseVisibleDate } from '../../../lib/article/visible-date';

describe('dates as they stand on pages', () => {
  it.each([
    ['Published March 3, 2026', '2026-03-03'],
    ['3 March 2026', '2026-03-03'],
    ['3. März 2026, 14:05 Uhr', '2026-03-03'],
    ['le 1er août 2025', '2025-08-01'],
    ['3 de octubre de 2025', '2025-10-03'],
    ['03.11.2025', '2025-11-03'],
    ['2025年1月14日', '2025-01-14'],
    ['2025. 1. 14', '2025-01-14'],
    ['25/12/2025', '2025-12-25'],
    ['12/25/2025', '2025-12-25'],
    ['٣ مارس ٢٠٢٦', '2026-03-03'],
    ['2 Ιουλίου 2025', '2025-07-02'],
    ['2026. március 3.', '2026-03-03'],
    ['14 iunie 2025', '2025-06-14'],
  ])('reads %j', (text, day) => {
    expect(parseVisibleDate(text)).toBe(day);
  });

  it.each(['03.11.25', '3/4/2025', '31 February 2025', 'March 2026', '12:30', 'call 030 2025 1234'])(
    'does not guess at %j',
    (text) => {
      expect(parseVisibleDate(text)).toBeNull();
    },
  );

  it('keeps ISO times as found and makes a day of compact ones', () => {
    expect(toIsoTime('2026-03-03T10:00:00+01:00')).toBe('2026-03-03T10:00:00+01:00');
    expect(toIsoTime('20260303T1000')).toBe('2026-03-03');
    expect(toIsoTime('2026-02-31')).toBeNull();
    expect(toIsoTime(20260303)).toBeNull();
    expect(toIsoTime(null)).toBeNull();
  });

  it('gives a day back for every day there is', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(isoDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(day);
          expect(parseVisibleDate(`posted ${day}`)).toBe(day);
        },
      ),
      { seed: 20260101, numRuns: 200 },
    );
  });
});
