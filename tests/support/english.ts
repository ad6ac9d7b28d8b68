import messages from '../../assets/public/_locales/en/messages.json' with { type: 'json' };
import { type Words, wordsFrom } from '../../lib/text/wording';

const sentences = messages as Record<string, { message: string }>;

/** The English sentences as the extension shows them; an unknown key fails the test. */
export const english: Words = wordsFrom(
  (key, fillings) => {
    const sentence = sentences[key]?.message;
    if (sentence === undefined) throw new Error(`no sentence for ${key}`);
    return sentence.replace(/\$(\d)/g, (_, n: string) => fillings[Number(n) - 1] ?? '');
  },
  { language: 'en', region: 'en-US', direction: 'ltr' },
);
