/** One correction that the reader taught ("teach once"). Exchanged like annotations. */
export interface WordListEntry {
  readonly surface: string;
  readonly action: 'not-an-actor' | 'type' | 'same-as' | 'mute';
  readonly value?: string;
  readonly scope: 'article' | 'site' | 'everywhere';
  readonly author: string;
  readonly created: string;
}
