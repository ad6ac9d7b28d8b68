/** The day of a time as the reader's language writes it; the text itself where it is no time, nothing where there is none. */
export function dayText(time: string | null, language: string): string {
  if (!time) return '';
  const ms = Date.parse(time);
  if (Number.isNaN(ms)) return time.slice(0, 40);
  // A day without a time of day is the same day everywhere.
  const zone = /^\d{4}-\d{2}-\d{2}$/.test(time) ? { timeZone: 'UTC' } : {};
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', ...zone }).format(ms);
}
