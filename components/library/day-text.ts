import { dayIn } from '../../lib/text/wording';

/** The day of a time as the reader's language writes it; the text itself where it is no time, nothing where there is none. */
export function dayText(time: string | null, language: string): string {
  if (!time) return '';
  // A day without a time of day is the same day everywhere: noon, wherever the reader is.
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(time) ? `${time}T12:00:00` : time;
  return Number.isNaN(Date.parse(moment)) ? time.slice(0, 40) : dayIn(language, moment);
}
