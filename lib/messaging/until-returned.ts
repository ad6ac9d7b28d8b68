/**
 * The answer, or undefined once the page is shown again that the reader had left meanwhile. Firefox drops what is answered
 * to a page kept for Back, and without this the page would wait for ever; no answer is asked for again.
 */
export function untilReturned(answer: Promise<unknown>, window: EventTarget): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const returned = (event: Event) => {
      if ((event as PageTransitionEvent).persisted) resolve(undefined);
    };
    window.addEventListener('pageshow', returned);
    void answer.then(resolve, reject).then(() => window.removeEventListener('pageshow', returned));
  });
}
