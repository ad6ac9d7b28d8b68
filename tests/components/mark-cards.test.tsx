// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { ActorCard, type ActorCardData } from '../../components/actors/actor-card';
import { ClaimCard, type ClaimCardData } from '../../components/claims/claim-card';
import { NoteCard, type NoteCardData } from '../../components/notes/note-card';
import { ToastLine } from '../../components/page/toast-line';
import { UnfinishedNote } from '../../components/page/unfinished-note';
import { ACTOR_REASONS } from '../../lib/actors/reasons';
import { CLAIM_REASONS } from '../../lib/claims/reasons';
import { brokenRules, english, show } from './render';

const actor: ActorCardData = {
  id: 'a1',
  name: 'Ana Okoye',
  type: 'person',
  aliases: ['Okoye', 'Ms Okoye'],
  mentions: 3,
  at: 0,
  why: ['model', 'surname-of'],
  confidence: 0.93,
  apart: 'Okoye',
  others: ['Norline', 'Danish Red Cross'],
  says: [{ id: 'c1', content: 'the talks had failed' }],
};

const claim: ClaimCardData = {
  id: 'c1',
  source: 'the union’s leader',
  actor: 'Ana Okoye',
  cue: 'denied',
  content: 'that the talks had failed',
  kind: 'indirect',
  modality: 'refusal',
  negated: true,
  why: ['model', 'cue-verb'],
  confidence: 0.81,
};

const note: NoteCardData = {
  id: 'n1',
  body: 'Ask the **office** about it',
  tags: ['dates'],
  author: 'Mai',
  when: '3 Mar 2026',
  isConflicted: false,
  edit: null,
  first: null,
};

const buttonNamed = (place: HTMLElement, name: string) =>
  [...place.querySelectorAll('button')].find(
    (button) => (button.getAttribute('aria-label') ?? button.textContent) === name,
  );

describe('the card of an actor', () => {
  it('says who it is by letter and word, its other names, and what it says here', async () => {
    const place = await show(
      <ActorCard actor={actor} onMention={vi.fn()} onClaim={vi.fn()} onCorrect={vi.fn()} />,
    );
    expect(place.querySelector('h2')?.textContent).toContain('Ana Okoye');
    expect(place.querySelector('.sign')?.textContent).toBe('P');
    expect(place.textContent).toContain(english('actor_person'));
    expect(place.textContent).toContain(english('card_also', 'Okoye, Ms Okoye'));
    expect(place.textContent).toContain('the talks had failed');
    expect(await brokenRules(place)).toEqual([]);
  });

  it('goes round the mentions in both directions, and to a claim', async () => {
    const onMention = vi.fn();
    const onClaim = vi.fn();
    const place = await show(
      <ActorCard actor={actor} onMention={onMention} onClaim={onClaim} onCorrect={vi.fn()} />,
    );
    await act(() => buttonNamed(place, english('card_previous_mention'))?.click());
    await act(() => buttonNamed(place, english('card_next_mention'))?.click());
    await act(() => buttonNamed(place, 'the talks had failed')?.click());
    expect(onMention.mock.calls).toEqual([[2], [1]]);
    expect(onClaim).toHaveBeenCalledWith('c1');
  });

  it('offers no way on for a single mention, and says that nothing is said', async () => {
    const lone = { ...actor, mentions: 1, says: [] };
    const place = await show(
      <ActorCard actor={lone} onMention={vi.fn()} onClaim={vi.fn()} onCorrect={vi.fn()} />,
    );
    expect(buttonNamed(place, english('card_next_mention'))).toBeUndefined();
    expect(place.textContent).toContain(english('card_says_nothing'));
  });
});

describe('correcting an actor on its card', () => {
  const choose = (place: HTMLElement, label: string, value: string) =>
    act(() => {
      const named = [...place.querySelectorAll('label')].find((node) => node.textContent === label);
      const select = place.querySelector<HTMLSelectElement>(`[id="${named?.htmlFor}"]`);
      if (!select) throw new Error(`no choice called ${label}`);
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });

  it('teaches each correction where the reader says it holds', async () => {
    const onCorrect = vi.fn();
    const place = await show(
      <ActorCard actor={actor} onMention={vi.fn()} onClaim={vi.fn()} onCorrect={onCorrect} />,
    );
    await act(() => buttonNamed(place, english('correct_not_an_actor'))?.click());
    await choose(place, english('correct_scope'), 'site');
    await act(() => buttonNamed(place, english('correct_mute'))?.click());
    await act(() => buttonNamed(place, english('correct_split', 'Okoye'))?.click());
    await choose(place, english('correct_type'), 'party');
    await choose(place, english('correct_same_as'), 'Norline');
    expect(onCorrect.mock.calls).toEqual([
      [{ action: 'not-an-actor' }, 'everywhere'],
      [{ action: 'mute' }, 'site'],
      [{ action: 'split' }, 'site'],
      [{ action: 'type', value: 'party' }, 'site'],
      [{ action: 'same-as', value: 'Norline' }, 'site'],
    ]);
    expect(await brokenRules(place)).toEqual([]);
  });

  it('offers no split where there is one name, and no sameness where there is nobody else', async () => {
    const alone = { ...actor, apart: null, others: [] };
    const place = await show(
      <ActorCard actor={alone} onMention={vi.fn()} onClaim={vi.fn()} onCorrect={vi.fn()} />,
    );
    expect(place.textContent).not.toContain(english('correct_same_as'));
    expect(buttonNamed(place, english('correct_split', 'Okoye'))).toBeUndefined();
  });

  it('says why it was marked, once for each reason', async () => {
    const place = await show(
      <ActorCard actor={actor} onMention={vi.fn()} onClaim={vi.fn()} onCorrect={vi.fn()} />,
    );
    const reasons = [...place.querySelectorAll('.why li')].map((item) => item.textContent);
    expect(reasons).toEqual([
      english('why_actor_model'),
      english('why_actor_surname_of'),
      english('why_confidence', { share: 0.93 }),
    ]);
  });

  it('has a sentence for every reason that the engines give', () => {
    for (const code of ACTOR_REASONS) expect(english(`why_actor_${code.replaceAll('-', '_')}`)).not.toBe('');
    for (const code of CLAIM_REASONS) expect(english(`why_claim_${code.replaceAll('-', '_')}`)).not.toBe('');
  });
});

describe('the card of a claim', () => {
  it('shows source, cue, content, kind, modality and negation', async () => {
    const onNote = vi.fn();
    const place = await show(<ClaimCard claim={claim} onNote={onNote} onWrong={vi.fn()} />);
    expect([...place.querySelectorAll('dd')].map((part) => part.textContent)).toEqual([
      'the union’s leader Ana Okoye',
      'denied',
      'that the talks had failed',
    ]);
    for (const key of ['kind_indirect', 'modality_refusal', 'card_negated']) {
      expect(place.textContent).toContain(english(key));
    }
    await act(() => buttonNamed(place, english('adder_note'))?.click());
    expect(onNote).toHaveBeenCalledOnce();
    expect(await brokenRules(place)).toEqual([]);
  });

  it('says that nobody is named where nobody is', async () => {
    const onWrong = vi.fn();
    const unnamed = { ...claim, source: null, actor: null, cue: null };
    const place = await show(<ClaimCard claim={unnamed} onNote={vi.fn()} onWrong={onWrong} />);
    expect(place.querySelector('dd')?.textContent).toBe(english('popup_unnamed_source'));
    expect(place.querySelectorAll('dt')).toHaveLength(2);
    await act(() => buttonNamed(place, english('card_wrong'))?.click());
    expect(onWrong).toHaveBeenCalledOnce();
  });
});

describe('the card of a note', () => {
  it('renders its Markdown, tags and author, and offers to change and delete it', async () => {
    const onEdit = vi.fn();
    const onDelete = vi.fn();
    const place = await show(<NoteCard note={note} onEdit={onEdit} onDelete={onDelete} />);
    expect(place.querySelector('b, strong')?.textContent).toBe('office');
    expect(place.querySelector('.tags')?.textContent).toBe('dates');
    await act(() => buttonNamed(place, english('card_edit'))?.click());
    await act(() => buttonNamed(place, english('card_delete'))?.click());
    expect([onEdit.mock.calls.length, onDelete.mock.calls.length]).toEqual([1, 1]);
    expect(await brokenRules(place)).toEqual([]);
  });

  it('runs nothing that stands in a note, and links to no script', async () => {
    const body = '<img src=x onerror="document.title=1"> [go](javascript:alert(1)) <script>1</script>';
    const place = await show(<NoteCard note={{ ...note, body }} onEdit={vi.fn()} onDelete={vi.fn()} />);
    expect(place.querySelectorAll('img, script, a[href^="javascript"]')).toHaveLength(0);
    expect(place.textContent).toContain('<img src=x');
  });

  it('shows word by word how its paragraph was edited since, and nothing where it was not', async () => {
    const edit = [
      { kind: 'same', text: 'open on ' },
      { kind: 'removed', text: 'Thursday' },
      { kind: 'added', text: 'Friday <b>at noon</b>' },
    ] as const;
    const place = await show(<NoteCard note={{ ...note, edit }} onEdit={vi.fn()} onDelete={vi.fn()} />);
    expect(place.querySelector('.paragraph-edit summary')?.textContent).toBe(
      english('card_paragraph_edited'),
    );
    expect(place.querySelector('del')?.textContent).toBe('Thursday');
    expect(place.querySelector('ins')?.textContent).toBe('Friday <b>at noon</b>');
    expect(await brokenRules(place)).toEqual([]);
    const other = await show(<NoteCard note={note} onEdit={vi.fn()} onDelete={vi.fn()} />);
    expect(other.querySelector('.paragraph-edit')).toBeNull();
  });

  it('offers words to a highlight, and says when two people wrote', async () => {
    const highlight = { ...note, body: '', isConflicted: true };
    const place = await show(<NoteCard note={highlight} onEdit={vi.fn()} onDelete={vi.fn()} />);
    expect(buttonNamed(place, english('card_add_words'))).toBeDefined();
    expect(place.textContent).toContain(english('card_two_versions'));
  });
});

describe('what else floats over a page', () => {
  it('gives back an unfinished note, or throws it away when told', async () => {
    const onResume = vi.fn();
    const onDiscard = vi.fn();
    const place = await show(
      <UnfinishedNote quote="the talks" body="half a thou" onResume={onResume} onDiscard={onDiscard} />,
    );
    expect(place.textContent).toContain('half a thou');
    await act(() => buttonNamed(place, english('unfinished_resume'))?.click());
    await act(() => buttonNamed(place, english('unfinished_discard'))?.click());
    expect([onResume.mock.calls.length, onDiscard.mock.calls.length]).toEqual([1, 1]);
    expect(await brokenRules(place)).toEqual([]);
  });

  it('says what failed and why, and offers the way back only where there is one', async () => {
    const onUndo = vi.fn();
    const failed = { key: 'toast_failed', failure: 'quota', canUndo: false } as const;
    const failure = await show(<ToastLine toast={failed} onUndo={onUndo} />);
    expect(failure.textContent).toContain(english('failure_quota'));
    expect(failure.querySelector('button')).toBeNull();
    const deleted = { key: 'toast_deleted', failure: null, canUndo: true } as const;
    const deletion = await show(<ToastLine toast={deleted} onUndo={onUndo} />);
    await act(() => buttonNamed(deletion, english('toast_undo'))?.click());
    expect(onUndo).toHaveBeenCalledOnce();
    expect(await brokenRules(deletion)).toEqual([]);
  });
});
