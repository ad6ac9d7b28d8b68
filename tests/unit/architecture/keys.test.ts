import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import messages from '../../../assets/public/_locales/en/messages.json' with { type: 'json' };
import { commandSentence } from '../../../lib/keys/command-words';
import { FIXED_KEYS } from '../../../lib/keys/fixed-keys';
import { DEFAULT_KEYS, KEY_ACTIONS } from '../../../lib/model/reading-keys';
import { nodes, parse, type Source, sourcesIn } from '../../support/sources';

const sentences = Object.keys(messages);

/** Keys that only lead up to another, or that the browser itself uses to go on. */
const NO_SHORTCUT = ['Tab', 'Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'];

/** Strings that a source compares with the key of an event: `event.key === 'Enter'`, `key !== 'z'`. */
function keysHeardIn(source: Source): string[] {
  if (!source.text.includes('KeyboardEvent')) return [];
  const isKey = (node: ts.Node) => /^(?:\w+\.)?key$/.test(node.getText());
  return [...nodes(parse(source))].flatMap((node) => {
    if (!ts.isBinaryExpression(node)) return [];
    const { left, right, operatorToken } = node;
    const isCompared = /^[!=]==?$/.test(operatorToken.getText());
    if (!isCompared || !isKey(left) || !ts.isStringLiteralLike(right)) return [];
    return [right.text];
  });
}

/** The commands of the manifest, as wxt.config.ts declares them. */
function commandsIn(config: string): string[] {
  const declared = config.slice(config.indexOf('commands: {'), config.indexOf('browser_specific_settings'));
  return [...declared.matchAll(/^ {6}(?:'([\w-]+)'|(_execute_\w+)):? /gm)].map(
    ([, quoted, bare]) => quoted ?? bare!,
  );
}

describe('the help with keys', () => {
  it('has a sentence for every command of the browser', () => {
    const commands = commandsIn(readFileSync('wxt.config.ts', 'utf8'));
    expect(commands).toEqual(expect.arrayContaining(['_execute_action', 'toggle-marks', 'reading-keys']));
    expect(commands.filter((name) => !sentences.includes(commandSentence(name)))).toEqual([]);
  });

  it('has a sentence for every reading key, and no key twice', () => {
    const missing = KEY_ACTIONS.filter(
      (action) => !sentences.includes(`key_${action.replaceAll('-', '_')}`) || !DEFAULT_KEYS[action],
    );
    expect(missing).toEqual([]);
    expect(FIXED_KEYS.filter(({ sentence }) => !sentences.includes(sentence))).toEqual([]);
  });

  it('names every key that the interface hears', () => {
    const named = FIXED_KEYS.flatMap(({ keys }) => keys.map((key) => key.split('+').at(-1)!.toLowerCase()));
    const heard = sourcesIn('lib', 'components', 'entrypoints').flatMap((source) =>
      keysHeardIn(source).map((key) => ({ path: source.path, key })),
    );
    expect(heard.map(({ key }) => key)).toEqual(expect.arrayContaining(['Escape', 'Enter', 'z', '?']));
    const written = (key: string) => (key === 'Escape' ? 'esc' : key.toLowerCase());
    const unnamed = heard.filter(({ key }) => !NO_SHORTCUT.includes(key) && !named.includes(written(key)));
    expect(unnamed).toEqual([]);
  });

  it('would see a key that was added without a word about it', () => {
    const planted = "const f = (event: KeyboardEvent) => event.key === 'q' || event.code === 'KeyX';";
    expect(keysHeardIn({ path: 'components/planted.tsx', text: planted })).toEqual(['q']);
  });
});
