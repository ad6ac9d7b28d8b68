import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { shorten } from '../../lib/text/shorten';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';

/** How the note in the editor stands: `problem` is a whole sentence for the reader. */
export interface EditorStatus {
  readonly step: 'writing' | 'draft-kept' | 'saving' | 'failed';
  readonly problem?: string;
}

interface NoteEditorProps {
  readonly quote: string;
  readonly body: string;
  readonly status: EditorStatus;
  /** The page could watch the keys (it was open before the extension came): the reader is told. */
  readonly isExposed: boolean;
  /** In a private window saving is what keeps the note and the page's address: the reader is told. */
  readonly isPrivate: boolean;
  readonly tags: readonly string[];
  readonly onInput: (body: string, tags: readonly string[]) => void;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

const QUOTE_SHOWN = 160;

/** Writes one note: Ctrl+Enter saves, Esc closes and keeps the draft. */
export function NoteEditor(props: NoteEditorProps) {
  const { quote, body, tags, status, isExposed, isPrivate, onInput, onSave, onClose } = props;
  const word = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  // At once: keys that come before the focus would go to the page, which could read them and act on them.
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  useEffect(() => field.current?.scrollIntoView?.({ block: 'nearest' }), []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) {
      // In the popup the browser would close the whole window with it.
      event.preventDefault();
      onClose();
    }
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSave();
  };

  return (
    <form class="editor" onKeyDown={onKeyDown} onSubmit={(event) => event.preventDefault()}>
      <blockquote class="quote" dir="auto">
        {quote ? shorten(quote, QUOTE_SHOWN) : word('editor_whole_page')}
      </blockquote>
      <label class="visually-hidden" for={id}>
        {word('editor_field')}
      </label>
      <textarea
        id={id}
        ref={field}
        rows={4}
        placeholder={word('editor_placeholder')}
        value={body}
        onInput={(event) => onInput(event.currentTarget.value, tags)}
      />
      <input
        type="text"
        class="tags-field"
        aria-label={word('editor_tags')}
        placeholder={word('editor_tags_placeholder')}
        defaultValue={tags.join(', ')}
        onInput={(event) => onInput(body, splitTags(event.currentTarget.value))}
      />
      {isExposed && <p class="hint">{word('editor_exposed')}</p>}
      {isPrivate && <p class="hint">{word('editor_private')}</p>}
      <div class="row">
        <State text={statusText(word, status, isPrivate)} isProblem={status.step === 'failed'} />
        <Button look="quiet" onPress={onClose}>
          {word('editor_close')}
        </Button>
        <Button look="primary" onPress={onSave} isDisabled={status.step === 'saving'}>
          {word('editor_save')}
        </Button>
      </div>
    </form>
  );
}

/** A new element where something went wrong, so that it is said; that a draft was kept is seen, at every pause. */
function State({ text, isProblem }: { readonly text: string; readonly isProblem: boolean }) {
  if (!isProblem) return <p class="status">{text}</p>;
  return (
    <p key="problem" class="status problem" role="alert">
      {text}
    </p>
  );
}

function statusText(word: ReturnType<typeof useWords>, status: EditorStatus, isPrivate: boolean): string {
  if (status.step === 'failed') return status.problem ?? '';
  if (status.step === 'draft-kept') return word(isPrivate ? 'editor_draft_private' : 'editor_draft_kept');
  if (status.step === 'saving') return word('editor_saving');
  return word('editor_hint');
}

/** The tags that were typed in a row. */
export function splitTags(text: string): string[] {
  return (
    text
      // Commas as several keyboards write them.
      .split(/[,،、，]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '')
  );
}
