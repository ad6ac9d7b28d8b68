import type { EditPart } from '../../lib/model/edit';
import { useWords } from '../app/words';

const TAGS = { same: 'span', removed: 'del', added: 'ins' } as const;

/** What was taken out of a paragraph and put into it since a note was made, word by word. */
export function ParagraphEdit({ parts }: { readonly parts: readonly EditPart[] }) {
  const word = useWords();
  return (
    <details class="paragraph-edit">
      <summary>{word('card_paragraph_edited')}</summary>
      <p>
        <EditedWords parts={parts} />
      </p>
    </details>
  );
}

/** Words as they were taken out and put in. */
export function EditedWords({ parts }: { readonly parts: readonly EditPart[] }) {
  return (
    <>
      {parts.map(({ kind, text }, at) => {
        const Tag = TAGS[kind];
        return <Tag key={at}>{text}</Tag>;
      })}
    </>
  );
}
