import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startCards } from './start-cards';

export default defineUnlistedScript(startCards);
