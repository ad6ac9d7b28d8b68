const SIGN_EVERY_MS = 5_000;

/** A task of its own: others are answered before it. By message, since timers of a page in the background are put off. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Pauses for work of many seconds, in which the browser must not take the background for idle: every five it is given a sign. */
export function pausesAwake(
  stayAwake: () => Promise<void>,
  now: () => number = () => performance.now(),
): () => Promise<void> {
  let signed = now();
  return async () => {
    if (now() - signed > SIGN_EVERY_MS) {
      signed = now();
      await stayAwake();
    }
    await pause();
  };
}
