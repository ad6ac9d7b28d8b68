import type { SiteRule } from '../../lib/model/settings';
import { WhyArticle } from '../panel/article-facts';
import { Button } from '../primitives/button';
import type { PageFlag, PageState, PopupActions, PopupView } from './popup-model';
import { Trouble } from './trouble';
import { useWords } from './words';

export const SITE_RULES: readonly SiteRule[] = ['automatic', 'on-click', 'never'];

/** What can be done about a page as a whole. */
export type PageActions = Pick<
  PopupActions,
  'grant' | 'read' | 'tryAgain' | 'keep' | 'setSiteRule' | 'setAdder'
>;

interface PageSummaryProps {
  readonly view: Pick<PopupView, 'page' | 'pageProblem' | 'siteRule' | 'hasAdder'>;
  readonly actions: PageActions;
}

/** What the page in front is, why it cannot be read where it cannot, and the way on. */
export function PageSummary({ view, actions }: PageSummaryProps) {
  const word = useWords();
  const { page, pageProblem } = view;
  if (page === null && pageProblem)
    return <Trouble problem={pageProblem} onTryAgain={() => actions.tryAgain()} />;
  if (page === null) return <p class="status">{word('popup_reading')}</p>;
  return (
    <section class="summary" aria-label={word('popup_this_page')}>
      {page.obstacle ? <Obstacle page={page} actions={actions} /> : <Found page={page} actions={actions} />}
      {page.host && (
        <label class="site-rule">
          {word('popup_site_rule', page.host)}
          <select
            value={view.siteRule}
            onChange={(event) => actions.setSiteRule(event.currentTarget.value as SiteRule)}
          >
            {SITE_RULES.map((rule) => (
              <option key={rule} value={rule}>
                {word(`rule_${rule.replace('-', '_')}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {page.host && view.siteRule !== 'never' && (
        <label class="site-adder">
          <input
            type="checkbox"
            checked={view.hasAdder}
            onChange={(event) => actions.setAdder(event.currentTarget.checked)}
          />{' '}
          {word('popup_adder')}
        </label>
      )}
    </section>
  );
}

interface PartProps {
  readonly page: PageState;
  readonly actions: PageActions;
}

function Obstacle({ page, actions }: PartProps) {
  const word = useWords();
  return (
    <>
      <p>{word(`popup_obstacle_${page.obstacle?.replaceAll('-', '_')}`)}</p>
      {page.obstacle === 'no-access' && (
        <Button onPress={() => actions.grant()}>{word('popup_grant_access')}</Button>
      )}
      {(page.obstacle === 'not-answering' || page.obstacle === 'never-here') && (
        <Button onPress={() => actions.read()}>{word('popup_start_here')}</Button>
      )}
    </>
  );
}

function Found({ page, actions }: PartProps) {
  const word = useWords();
  return (
    <>
      <p class="verdict">{word(page.verdict ? `popup_verdict_${page.verdict}` : 'popup_reading')}</p>
      {page.isMarked && page.title && <p class="title">{page.title}</p>}
      {page.isMarked && page.byline && <p class="byline">{page.byline}</p>}
      {page.isMarked && page.flags.map((one) => <Flag key={one.flag} {...one} />)}
      {page.isMarked && <Keep page={page} actions={actions} />}
      {!page.isOpen && page.verdict && (
        <Button onPress={() => actions.read()}>
          {word(page.verdict === 'no' ? 'popup_take_notes' : 'popup_read_anyway')}
        </Button>
      )}
      {page.unread && <WhyArticle detection={page.unread} />}
    </>
  );
}

/** A text that is only a beginning, or that goes on growing: whoever counts or quotes has to know. */
function Flag({ flag, from }: PageFlag) {
  const word = useWords();
  return (
    <p class="page-flag">
      {word(`flag_${flag.replace('-', '_')}`)}
      {from && <span class="provenance"> {word(`facts_from_${from.replace('-', '_')}`)}</span>}
    </p>
  );
}

function Keep({ page, actions }: PartProps) {
  const word = useWords();
  if (page.kept === null) return null;
  if (page.kept === 'kept') return <p class="hint">{word('popup_is_kept')}</p>;
  return <Button onPress={() => actions.keep()}>{word('popup_keep')}</Button>;
}
