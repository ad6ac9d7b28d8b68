import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installVeil } from '../lib/marks/veil';
import { createServer } from '../lib/messaging/server';
import { PAGE_BORDER } from '../lib/page/border';
import { PageDetector } from '../lib/page/detector';
import { DETECTOR } from '../lib/page/slots';
import { askBackground, isConnected, listenInPage } from '../lib/platform/page-port';

export default defineUnlistedScript(() => {
  const before = DETECTOR.get();
  // The script comes again where the background wants to ask a page that has kept silent.
  if (before?.isConnected()) return before.listen();
  before?.retire();
  installVeil(window);
  const detector = new PageDetector(window, {
    ask: askBackground,
    isAlive: isConnected,
    hear: (handlers) => listenInPage(createServer(handlers, PAGE_BORDER)),
  });
  DETECTOR.set(detector);
  detector.start();
});
