import browser from 'webextension-polyfill';

interface ChromeSidePanel {
  open(place: { readonly tabId: number }): Promise<void>;
}

/**
 * Opens the side panel (Chrome) or the sidebar (Firefox) beside a tab. Only from a click, and before anything is waited
 * for: later the browser no longer takes it for the reader's wish.
 */
export async function openSidePanel(tabId: number): Promise<void> {
  const { sidePanel } = browser as unknown as { readonly sidePanel?: ChromeSidePanel };
  if (sidePanel) await sidePanel.open({ tabId });
  else await browser.sidebarAction.open();
}
