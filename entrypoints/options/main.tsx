import { render } from 'preact';
import '../../assets/styles/page.css';
import { OptionsPage } from '../../components/app/options-page';
import { WordsContext } from '../../components/app/words';
import type { Settings } from '../../lib/model/settings';
import { shortcuts } from '../../lib/platform/lifecycle';
import { askBackground } from '../../lib/platform/messages';
import { setLanguage, word } from '../../lib/platform/words';

setLanguage(document);
document.title = word('options_title');
let { settings } = await askBackground({ type: 'settings.read' });
const keys = Object.entries(await shortcuts()).map(([name, key]) => ({
  name: word(name === '_execute_action' ? 'key_execute_action' : `command_${name.replaceAll('-', '_')}`),
  key,
}));

async function change(part: Partial<Settings>): Promise<void> {
  ({ settings } = await askBackground({ type: 'settings.change', change: part }));
  show(true);
}

function show(isSaved: boolean): void {
  render(
    <WordsContext.Provider value={word}>
      <OptionsPage settings={settings} keys={keys} isSaved={isSaved} onChange={(part) => void change(part)} />
    </WordsContext.Provider>,
    document.getElementById('app') as HTMLElement,
  );
}

show(false);
