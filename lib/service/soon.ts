/** For so long a page is waited for that is told something: it may be busy with its own work, or frozen by the browser. */
const SOON_MS = 700;

/** An answer that is not waited for longer than a moment: `late` where it has yet to come. A failure that comes late is nobody's. */
export async function soon<T>(answer: Promise<T>): Promise<T | 'late'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), SOON_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
