// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { spokenFor, subjectOf } from '../../components/panel/detection-signals';
import { Panel } from '../../components/panel/panel';
import { writeFigure } from '../../components/panel/write-figure';
import { NAMES } from '../../lib/article/detector-weights';
import { CLAIM_STEPS } from '../../lib/claims/shown-claims';
import type { PageReport } from '../../lib/messaging/protocol';
import type { PanelData } from '../../lib/surfaces/panel-state';
import { note, panelData, placed, recorded, report, viewer } from './panel-sample';
import { brokenRules, english, show } from './render';

async function open(data: PanelData = panelData()) {
  const { actions, asked } = recorded();
  const place = await show(<Panel view={viewer()(data)} actions={actions} />);
  const press = async (selector: string, text = '') => {
    const found = [...place.querySelectorAll<HTMLElement>(selector)].find((one) =>
      one.textContent?.includes(text),
    );
    await act(() => found?.click());
  };
  return { place, asked, press, text: (selector: string) => place.querySelector(selector)?.textContent };
}

const withReport = (change: Partial<PageReport>): PanelData => {
  const data = panelData();
  return { ...data, status: { ...data.status!, report: { ...report, ...change } } };
};

/** An article as full as the worst: 3,000 claims of 200 actors, one of them with a name of 300 letters. */
function crowd(): PanelData {
  const words = 'Aaa said bbbb cccc dddd. '.repeat(3000);
  const actors = Array.from({ length: 200 }, (_, i) => ({
    ...report.actors[0]!,
    id: `a${i}`,
    name: i === 0 ? 'N'.repeat(300) : `Actor ${i}`,
    mentions: [{ ...report.actors[0]!.mentions[0]!, start: i * 25 + 9, end: i * 25 + 13 }],
  }));
  const claims = Array.from({ length: 3000 }, (_, i) => ({
    ...report.claims[0]!,
    id: `c${i}`,
    start: i * 25 + 9,
    end: i * 25 + 23,
    segments: [[i * 25 + 9, i * 25 + 23]] as const,
    source: { start: i * 25, end: i * 25 + 3, actor: `a${(i * 7) % 200}` },
  }));
  return withReport({ actors, claims, article: { ...report.article!, text: words } });
}

describe('the panel of an article', () => {
  it('says what the page says of itself, and where each was read', async () => {
    const { place } = await open();
    const facts = [...place.querySelectorAll('.facts > div')].map((fact) => [
      fact.querySelector('dt')?.textContent,
      fact.querySelector('.fact')?.textContent,
      fact.querySelector('.provenance')?.textContent,
    ]);
    expect(facts).toContainEqual([english('facts_authors'), 'Mina Castellan', english('facts_from_json_ld')]);
    expect(facts).toContainEqual([
      english('facts_title'),
      'Ferry talks end without a deal',
      english('facts_from_visible'),
    ]);
    expect(facts).toContainEqual([english('facts_lang'), 'English', english('facts_from_document')]);
  });

  it('makes no link of an address that is none', async () => {
    const { place } = await open();
    expect(place.textContent).toContain('javascript:alert(1)');
    expect([...place.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      '#notes',
      '#actors',
      '#claims',
      '#network',
    ]);
  });

  it('offers to read the notes again where another window keeps them busy, and not where that cannot help', async () => {
    const { place, asked, press } = await open(
      panelData([], { storeFailure: 'blocked', canStorePass: true }),
    );
    expect(place.querySelector('.trouble [role="alert"]')?.textContent).toBe(english('failure_blocked'));
    await press('.trouble button', english('try_again'));
    expect(asked).toEqual([['tryStoreAgain']]);
    expect(await brokenRules(place)).toEqual([]);
    const again = await open(
      panelData([], { storeFailure: 'blocked', isStoreTriedAgain: true, canStorePass: true }),
    );
    expect(again.text('.trouble [role="alert"]')).toBe(english('popup_reading'));
    expect(again.place.querySelector('.trouble button')).not.toBeNull();
    const hopeless = await open(panelData([], { storeFailure: 'unavailable' }));
    expect(hopeless.place.querySelector('.trouble button')).toBeNull();
  });

  it('says what spoke for an article and what against', async () => {
    const { place, text } = await open();
    const [forIt, against] = [...place.querySelectorAll('.why .reasons')].map((list) => list.textContent);
    expect(forIt).toBe(english('signal_paragraphs') + english('signal_address'));
    expect(against).toBe(english('signal_links') + english('signal_wording'));
    expect(text('.why')).toContain('99%');
  });

  it('goes to each mention of an actor in turn', async () => {
    const { press, asked, text } = await open();
    await press('.panel-actors .row-button', 'Ana Okoye');
    await press('.panel-actors .row-button', 'Ana Okoye');
    await press('.panel-actors .row-button', 'Ana Okoye');
    expect(asked.map(([, passage]) => (passage as { words: string }).words)).toEqual([
      'Ana Okoye',
      'Okoye had asked',
      'Ana Okoye',
    ]);
    expect(text('.panel-actors .counts')).toContain(english('card_mention', 1, 2));
  });

  it('counts what an actor says and how often others speak about it', async () => {
    const { place } = await open();
    expect([...place.querySelectorAll('.panel-actors .counts')].map((counts) => counts.textContent)).toEqual([
      `${english('panel_mentions', 2)} · ${english('panel_says', 1)} · ${english('panel_about', 1)}`,
      `${english('panel_says', 1)} · ${english('panel_about', 1)}`,
    ]);
  });

  it('lists who says what in the order of the text, and goes to what is said', async () => {
    const { place, press, asked } = await open();
    expect([...place.querySelectorAll('.panel-claims li')].map((claim) => claim.textContent)).toEqual([
      'Ana Okoye said the Port Union had broken its word',
      'The union denied that Okoye had asked',
      'Somebody said it would rain',
    ]);
    await press('.panel-claims .row-button', 'denied');
    expect(asked).toEqual([['show', { start: 68, end: 88, words: 'that Okoye had asked' }]]);
  });

  it('sets how much is marked and how sure the claims are, with the counts beside it', async () => {
    const { place, asked, text } = await open();
    expect(text('.claims-dial .count')).toBe(english('claims_step', 3, 3));
    const set = async (selector: string, value: string, event: string) => {
      const field = place.querySelector(selector) as HTMLInputElement;
      field.value = value;
      await act(() => field.dispatchEvent(new Event(event, { bubbles: true })) as never);
    };
    await set('.claims-dial input', '0', 'input');
    await set('.marks-control select', 'everything', 'change');
    await act(() => place.querySelector<HTMLElement>('.marks-control input')?.click());
    expect(asked).toEqual([
      ['setClaimsFrom', CLAIM_STEPS[0]],
      ['setDensity', 'everything'],
      ['setMarks', false],
    ]);
    expect(place.querySelectorAll('.marks .legend li').length).toBeGreaterThan(5);
  });

  it('says that a text is only a beginning, or goes on growing, and who says so', async () => {
    const article = {
      ...report.article!,
      flags: ['paywall', 'live-blog'] as const,
      provenance: { paywall: 'json-ld', 'live-blog': 'url' } as const,
    };
    const { place } = await open(withReport({ article }));
    expect([...place.querySelectorAll('.page-flag')].map((flag) => flag.textContent)).toEqual([
      `${english('flag_paywall')} ${english('facts_from_json_ld')}`,
      `${english('flag_live_blog')} ${english('facts_from_url')}`,
    ]);
  });

  it('shows a note without its passage first, with what stood around it', async () => {
    const [lost, kept] = [note('n1', 'what now?'), note('n2', 'fine', 'that Okoye had asked')];
    const { place } = await open(panelData([placed(kept, 'exact'), placed(lost, 'gone')]));
    expect([...place.querySelectorAll('.note-group h3')].map((title) => title.textContent)).toEqual([
      english('panel_notes_lost'),
      english('panel_notes_here'),
    ]);
    expect(place.querySelector('.lost-place')?.textContent?.replace(/\s+/g, ' ')).toBe(
      '… Port Union had broken its word. The …',
    );
  });

  it('shows word by word what has changed since a note', async () => {
    const edit = [
      { kind: 'removed' as const, text: 'broken' },
      { kind: 'added' as const, text: 'kept' },
    ];
    const { place, text } = await open(panelData([placed(note('n1', 'check'), 'exact', edit)]));
    expect(text('.note-group h3')).toBe(english('panel_notes_changed'));
    expect([text('.paragraph-edit del'), text('.paragraph-edit ins')]).toEqual(['broken', 'kept']);
    expect(place.querySelector('.note-warning')?.textContent).toBe(english('popup_note_paragraph_edited'));
  });

  it('has a table beside each figure with the same in it', async () => {
    const { place, asked, press } = await open();
    const rows = (id: string) =>
      [...place.querySelectorAll(`#${id} tbody tr`)].map((row) =>
        [...row.children].map((cell) => cell.textContent),
      );
    expect(rows('network')).toEqual([
      ['Ana Okoye', 'Port Union', '1'],
      ['Port Union', 'Ana Okoye', '1'],
      ['Ana Okoye', '1', '1'],
      ['Port Union', '1', '1'],
    ]);
    expect(rows('timeline')).toEqual([
      ['Ana Okoye', '1', '13%'],
      ['Port Union', '1', '58%'],
      [english('popup_unnamed_source'), '1', '88%'],
    ]);
    await press('#network tbody .link', '1');
    expect(asked).toEqual([['show', { start: 15, end: 49, words: 'the Port Union had broken its word' }]]);
  });

  it('gives each figure away as SVG and as PNG', async () => {
    const { press, asked } = await open();
    await press('#network button', english('figure_save_svg'));
    await press('#timeline button', english('figure_save_png'));
    expect(asked).toEqual([
      ['saveFigure', 'network', 'svg'],
      ['saveFigure', 'timeline', 'png'],
    ]);
  });

  it('cites the article in a figure that is saved, without what tells how the reader came to it', () => {
    const { article } = viewer()(panelData());
    const { svg, name } = writeFigure('network', article!, english);
    const words = svg.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    expect(words).toContain('Mina Castellan. “Ferry talks end without a deal”. Quay Courier, March 5, 2026.');
    expect(words).toContain('https://quay.example/ferry (accessed on');
    expect(words).not.toContain('utm_source');
    expect(words).toContain('Pressmark 0.1.0');
    expect(name).toBe('pressmark-ferry-talks-end-without-a-deal-network');
  });

  it('names a file after a title of any letters', () => {
    const titled = withReport({ article: { ...report.article!, title: '../ ферри: “talks” / 渡輪' } });
    expect(writeFigure('timeline', viewer()(titled).article!, english).name).toBe(
      'pressmark-ферри-talks-渡輪-timeline',
    );
  });

  it('keeps a very full article usable: lists begin short and say what they leave out', async () => {
    const { place, press } = await open(crowd());
    expect(place.querySelectorAll('.panel-claims li')).toHaveLength(40);
    expect(place.querySelectorAll('.panel-actors li')).toHaveLength(30);
    expect(place.textContent).toContain(english('list_left_out', 2960));
    expect(place.querySelector('#network')?.textContent).toContain(english('figure_left_out', 184));
    await press('#claims .more button');
    expect(place.querySelectorAll('.panel-claims li')).toHaveLength(80);
    expect(place.querySelectorAll('*').length).toBeLessThan(4000);
  });

  it('says plainly when the language is not known, and still shows notes and metadata', async () => {
    const { place } = await open(withReport({ language: 'other', actors: [], claims: [] }));
    expect(place.textContent).toContain(english('popup_other_language'));
    expect(place.querySelector('#facts')).not.toBeNull();
    expect(place.querySelector('#actors')).toBeNull();
  });

  it('looks at an article once while nothing in it changes', () => {
    const view = viewer();
    const data = panelData();
    expect(view({ ...data }).article).toBe(view({ ...data }).article);
  });

  it.each<[string, () => PanelData]>([
    ['with an article', () => panelData([placed(note('n1', 'one'), 'exact')])],
    [
      'with lost and changed notes',
      () => panelData([placed(note('n1', 'one'), 'gone'), placed(note('n2', ''), 'changed')]),
    ],
    ['very full', crowd],
    ['before the tab has answered', () => ({ ...panelData(), status: null })],
    ['where nobody speaks', () => withReport({ claims: [], actors: [] })],
    [
      'without access',
      () => ({
        ...panelData(),
        status: {
          url: null,
          obstacle: 'no-access',
          report: null,
          articleKey: null,
          kept: 'no',
          isComing: false,
        },
      }),
    ],
    [
      'with a toast and a problem',
      () =>
        panelData([], {
          storeFailure: 'unavailable',
          notice: { key: 'toast_not_on_page', failure: null, canUndo: false },
        }),
    ],
  ])(
    'breaks no accessibility rule %s',
    async (_name, data) => {
      expect(await brokenRules((await open(data())).place)).toEqual([]);
    },
    30_000,
  );
});

describe('the reasons of the detector', () => {
  it('have a sentence for every signal that it weighs', () => {
    const unknown = NAMES.filter((signal) => subjectOf(signal) === null);
    expect(unknown).toEqual([]);
    for (const signal of NAMES) expect(english(`signal_${subjectOf(signal)}`)).not.toBe('');
  });

  it('count each part of the page once, on its stronger side', () => {
    expect(spokenFor(['run-chars', '-long-linked', '-links'])).toEqual({
      forIt: ['paragraphs'],
      against: ['links'],
    });
  });
});
