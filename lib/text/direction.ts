/** Characters that set a part of a line apart from the order of what stands around it (Unicode's isolates). */
const RUNS_LEFT = '\u2067';
const AS_IT_BEGINS = '\u2068';
const END = '\u2069';
const MARKS = /[\u2066-\u2069]/gu;
const SET_APART = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/gu;

/** Whether a text is read from right to left: the first letter tells that is not of a part set apart. */
export function isRightToLeft(text: string): boolean {
  return /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text.replace(SET_APART, ''));
}

/** A text that keeps its own order in a line of whatever direction. */
export const setApart = (text: string): string => `${AS_IT_BEGINS}${text}${END}`;

/** A text for a line that runs from right to left or not: set apart where it runs the other way. */
export function setInto(isLineRightToLeft: boolean, text: string): string {
  return isRightToLeft(text) === isLineRightToLeft ? text : setApart(text);
}

/** A line whose words and stops follow one another from right to left, where the file around it runs the other way. */
export const runsLeft = (line: string): string => `${RUNS_LEFT}${line}${END}`;

/** The lines of one text: a part set apart that goes on over the end of a line ends there, and begins anew on the next. */
export function endApart(lines: readonly string[]): string[] {
  const open: string[] = [];
  return lines.map((line) => {
    const before = open.join('');
    for (const mark of line.match(MARKS) ?? []) {
      if (mark === END) open.pop();
      else open.push(mark);
    }
    return `${before}${line}${END.repeat(open.length)}`;
  });
}
