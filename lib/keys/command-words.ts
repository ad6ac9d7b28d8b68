/** The key of the sentence that says what one of the browser's commands does. */
export function commandSentence(name: string): string {
  return name.startsWith('_execute_') ? `key${name}` : `command_${name.replaceAll('-', '_')}`;
}
