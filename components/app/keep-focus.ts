/** What the Tab key stops at. */
const STOPS =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';

/** How long a control may be switched off, as while something is saved, before the focus leaves it. */
const SWITCHED_OFF_MS = 400;

/** Where the focus is: its element, and outwards each element around it with what stands before the branch that it is in. */
interface Trail {
  readonly element: Element;
  readonly outwards: readonly { readonly around: Element; readonly before: readonly Element[] }[];
}

/**
 * Keeps the focus near where it was when what had it goes away or is switched off: a note that was deleted, a filter that was
 * lifted, a form that was closed. Without this it falls back to the page as a whole, and whoever uses the keyboard begins
 * again at the top. The pointer is left alone.
 * @returns what ends it
 */
export function keepFocus(document: Document): () => void {
  let trail: Trail | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isLost = () => {
    const { activeElement, body } = document;
    return activeElement === null || activeElement === body || !canTake(activeElement);
  };
  const mend = () => {
    if (!trail || !isLost()) return;
    const next = canTake(trail.element) ? trail.element : nearestStop(trail);
    trail = null;
    (next as HTMLElement | null)?.focus();
  };
  const look = () => {
    clearTimeout(timer);
    if (!trail) return;
    const { element } = trail;
    // Things around it may have moved.
    if (document.activeElement === element && canTake(element)) trail = trailOf(element);
    else if (element.isConnected && element.matches(':disabled')) timer = setTimeout(mend, SWITCHED_OFF_MS);
    else mend();
  };
  const arrive = ({ target }: FocusEvent) => {
    trail = target instanceof Element ? trailOf(target) : null;
  };
  const forget = () => {
    trail = null;
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden'],
  });
  document.addEventListener('focusin', arrive);
  // The pointer is about to put the focus elsewhere.
  document.addEventListener('pointerdown', forget, true);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    document.removeEventListener('focusin', arrive);
    document.removeEventListener('pointerdown', forget, true);
  };
}

const canTake = (element: Element) => element.isConnected && !element.matches(':disabled');

function trailOf(element: Element): Trail {
  const outwards: { around: Element; before: readonly Element[] }[] = [];
  for (let branch = element; branch.parentElement; branch = branch.parentElement) {
    const around = branch.parentElement;
    const children = [...around.children];
    outwards.push({ around, before: children.slice(0, children.indexOf(branch)) });
  }
  return { element, outwards };
}

/** The stop in what took the lost element's place; else what follows, else what stands before; inside first. */
function nearestStop({ outwards }: Trail): Element | null {
  for (const { around, before } of outwards) {
    if (!around.isConnected) continue;
    const branches = [...around.children];
    // Behind the last that is left of what stood before.
    const at = branches.findLastIndex((branch) => before.includes(branch)) + 1;
    for (const branch of [...branches.slice(at), ...branches.slice(0, at).reverse()]) {
      const stop = [branch, ...branch.querySelectorAll(STOPS)].find(
        (element) =>
          element.matches(STOPS) &&
          !element.matches('[tabindex="-1"]') &&
          (element.checkVisibility?.() ?? true),
      );
      if (stop) return stop;
    }
  }
  return null;
}
