import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installVeil } from '../lib/marks/veil';
import { createServer } from '../lib/messaging/server';
import { PAGE_BORDER } from '../lib/page/border';
import { PageDetector } from '../lib/page/detector';
import { DETECTOR } from '../lib/page/slots';
import { askBackground, isConnected, listenInPage } from '../lib/platform/page-port';

export default defineUnlistedScript(() => {
  const before = DETECTOR.get();
  if (before?.isConnected()) return;
  before?.retire();
  installVeil(window);
  const detector = new PageDetector(window, askBackground, isConnected);
  DETECTOR.set(detector);
  listenInPage(createServer(detector.handlers, PAGE_BORDER));
  detector.start();
});
