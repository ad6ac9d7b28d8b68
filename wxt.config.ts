import { defineConfig } from 'wxt';
import { eagerPlugin } from './scripts/build/eager-functions';
import { readabilityPlugin } from './scripts/build/lean-readability';
import { modelWeights, samplePage } from './scripts/build/public-files';

const OLDEST = ['chrome128', 'firefox140'];
const WEB_PAGES = ['http://*/*', 'https://*/*'];

export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  manifestVersion: 3,
  // The oldest browsers we support. For older ones the build would rewrite light-dark() into variables that no page has.
  vite: () => ({
    build: { target: OLDEST, cssTarget: OLDEST },
    plugins: [eagerPlugin(), readabilityPlugin()],
  }),
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    short_name: 'Pressmark',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'contextMenus'],
    optional_permissions: ['downloads'],
    options_ui: { page: 'options.html', open_in_tab: true },
    host_permissions: WEB_PAGES,
    // The detector is declared by hand: WXT's own content-script wrapper announces itself to the page.
    content_scripts: [{ matches: WEB_PAGES, js: ['detect.js'], run_at: 'document_start' }],
    content_security_policy: {
      extension_pages:
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:; object-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none'",
    },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+L' } },
      'toggle-marks': {
        suggested_key: { default: 'Alt+Shift+M' },
        description: '__MSG_command_toggle_marks__',
      },
      'write-note': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_command_write_note__' },
      'reading-keys': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_command_reading_keys__',
      },
      // Chrome suggests at most four keys; these wait for the reader to set them.
      'next-mark': { description: '__MSG_command_next_mark__' },
      'previous-mark': { description: '__MSG_command_previous_mark__' },
      'who-says-what': {
        ...(browser === 'firefox' ? { suggested_key: { default: 'Alt+Shift+O' } } : {}),
        description: '__MSG_command_who_says_what__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'pressmark@pressmark.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
  hooks: {
    // The bundled sample article becomes a page of the extension, with its style in a file: no inline style is allowed.
    'build:publicAssets': (_wxt, files) => {
      files.push(...samplePage('assets/samples/harbour-talks.html'), ...modelWeights());
    },
  },
});
