import { dayIn } from '../../lib/text/wording';

/** The day of a time as the reader's language writes it; the text itself where it is no time, nothing where there is none. */
export function dayText(time: string | null, language: string): string {
  if (!time) return '';
  return Number.isNaN(Date.parse(time)) ? time.slice(0, 40) : dayIn(language, time);
}
