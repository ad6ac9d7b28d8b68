import { type NotePart, noteBlocks, noteParts } from '../../lib/notes/note-markup';

/** A note's Markdown as elements. */
export function NoteText({ markdown }: { readonly markdown: string }) {
  return (
    <div class="note-text">
      {noteBlocks(markdown).map(({ tag: Block, lines }, at) => (
        <Block key={at}>
          {lines.map((line, index) =>
            Block === 'ul' ? (
              <li key={index}>
                <Line parts={line} />
              </li>
            ) : (
              <>
                {index > 0 && <br />}
                <Line parts={line} />
              </>
            ),
          )}
        </Block>
      ))}
    </div>
  );
}

/** A note's words in a line of a list, itself something to press: marked as in `NoteText`, of a link its words alone. */
export function NoteLine({ markdown }: { readonly markdown: string }) {
  return <Line parts={noteParts(markdown).map((part) => (part.tag === 'a' ? { ...part, tag: '' } : part))} />;
}

function Line({ parts }: { readonly parts: readonly NotePart[] }) {
  return (
    <>
      {parts.map((part, at) => {
        const { tag: Tag, words } = part;
        if (part.tag === 'a') {
          return (
            <a key={at} href={part.address} target="_blank" rel="noopener noreferrer">
              {words}
            </a>
          );
        }
        return Tag === '' ? words : <Tag key={at}>{words}</Tag>;
      })}
    </>
  );
}
