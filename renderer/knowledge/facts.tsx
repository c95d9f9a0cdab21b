import { Eye, Lightbulb, Plus, X } from 'lucide-react';
import { type KeyboardEvent, useCallback, useMemo, useState } from 'react';
import type { Attachment } from '../../shared/domain/attachment.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { ConfirmAll } from '../proposals/confirm-all.tsx';
import { unsupportedByFact } from '../proposals/open-proposals.ts';
import { useDecisionFocus } from '../proposals/use-decision-focus.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { NoneKept, Section } from '../ui/section.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { AUDIENCE_WORDS } from '../ui/words.ts';
import { useViewState } from '../view-state.ts';
import { AddFact } from './add-fact.tsx';
import { FactRow } from './fact-row.tsx';
import { groupAudience } from './fact-rules.ts';
import styles from './knowledge-column.module.css';
import { canBeName, MarkName } from './mark-name.tsx';
import { useFactAudience } from './use-fact-audience.ts';
import { useSelectionIn } from './use-selection-in.ts';

const css = classesOf(styles);
const NONE: readonly string[] = [];
const NO_OUTPUTS: readonly Attachment[] = [];

/** What we know: the facts in order, those the copilot proposes among them. */
export function Facts({ snapshot }: { readonly snapshot: SessionSnapshot }) {
  const { session, facts, proposals, attachments, names } = snapshot;
  const open = session.state === 'active';
  const { knowledgeForm, openKnowledgeForm } = useViewState();
  const adding = open && knowledgeForm === 'fact';
  const opener = useReturnFocus<HTMLButtonElement>(adding);
  const list = useDecisionFocus<HTMLDivElement>();
  const marked = useSelectionIn(list.ref);
  const unsupported = useMemo(() => unsupportedByFact(facts, proposals), [facts, proposals]);
  const [current, setCurrent] = useState<number | null>(null);
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<number>>(new Set());
  const { setAll, toggle } = useFactAudience(session.id, names);

  const tabStop = facts.some(({ id }) => id === current) ? current : facts[0]?.id;
  const selected = open ? facts.filter(({ id }) => selectedIds.has(id)) : [];
  const select = useCallback(
    (id: number) =>
      setSelectedIds((before) => (before.has(id) ? without(before, id) : new Set([...before, id]))),
    [],
  );
  const toggleSelected = () => setAll(selected, groupAudience(selected, names));
  const outputs = useMemo(() => byFact(attachments), [attachments]);
  const clear = () => setSelectedIds(new Set());
  const audienceMenu = (of: typeof facts) => [
    { label: 'Show to the customer', onSelect: () => setAll(of, 'customer') },
    { label: 'Keep internal', onSelect: () => setAll(of, 'internal') },
    { label: 'Use the defaults', onSelect: () => setAll(of, null) },
  ];

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const { target, currentTarget, key } = event;
    if (!(target instanceof HTMLElement) || target.dataset.fact === undefined || event.altKey) {
      return;
    }
    const rows = [...currentTarget.querySelectorAll<HTMLElement>('[data-fact]')];
    const chord = event.ctrlKey || event.metaKey;
    const to = { ArrowDown: rows.indexOf(target) + 1, ArrowUp: rows.indexOf(target) - 1 }[key];
    if (open && chord && key.toLowerCase() === 'a') {
      setSelectedIds(new Set(facts.map(({ id }) => id)));
    } else if (key === 'Escape' && selected.length > 0) {
      clear();
      event.stopPropagation();
    } else if (chord || (to === undefined && key !== 'Home' && key !== 'End')) {
      return;
    } else {
      rows.at(key === 'End' ? -1 : Math.max(0, Math.min(to ?? 0, rows.length - 1)))?.focus();
    }
    event.preventDefault();
  };

  return (
    <Section
      title="What we know"
      // What is proposed is not known: it is counted where it can be confirmed.
      count={facts.filter(({ status }) => status === 'confirmed').length}
      action={
        open && (
          <span>
            {facts.length > 1 && (
              <Menu
                align="end"
                trigger={<IconButton size="sm" icon={Eye} label="Audience of all facts" />}
                items={audienceMenu(facts)}
              />
            )}
            {!adding && (
              <Button
                ref={opener}
                variant="ghost"
                size="sm"
                icon={Plus}
                onClick={() => openKnowledgeForm('fact')}
              >
                Add fact
              </Button>
            )}
          </span>
        )
      }
    >
      {facts.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame that this list has no use for
        <div
          role="group"
          aria-label="Facts"
          className={css('list', 'rows')}
          {...list}
          onKeyDown={onKeyDown}
          onFocus={({ target }) => {
            const id = target.closest<HTMLElement>('[data-fact]')?.dataset.fact;
            if (id !== undefined) setCurrent(Number(id));
          }}
        >
          {selected.length > 0 && (
            <div role="toolbar" aria-label="Selected facts" className={css('bar')}>
              <span className={css('count')}>{selected.length} selected</span>
              {(['customer', 'internal'] as const).map((audience) => (
                <Button
                  key={audience}
                  size="sm"
                  variant="ghost"
                  onClick={() => setAll(selected, audience)}
                >
                  {AUDIENCE_WORDS[audience]}
                </Button>
              ))}
              <Button size="sm" variant="ghost" onClick={() => setAll(selected, null)}>
                Default
              </Button>
              <IconButton size="sm" icon={X} label="Clear selection" onClick={clear} />
            </div>
          )}
          {open && canBeName(marked) && (
            <div className={css('bar')}>
              <MarkName sessionId={session.id} selected={marked} />
            </div>
          )}
          {open && <ConfirmAll sessionId={session.id} facts={facts} unsupported={unsupported} />}
          {facts.map((fact) => (
            <FactRow
              key={fact.id}
              fact={fact}
              names={names}
              unsupported={unsupported.get(fact.id) ?? NONE}
              attachments={outputs.get(fact.id) ?? NO_OUTPUTS}
              open={open}
              isTabStop={fact.id === tabStop}
              selected={selectedIds.has(fact.id)}
              onSelect={select}
              onToggleAudience={
                selected.length > 1 && selectedIds.has(fact.id) ? toggleSelected : toggle
              }
            />
          ))}
        </div>
      )}
      {facts.length === 0 && open && !adding && (
        <EmptyState size="inline" icon={Lightbulb} title="No facts yet">
          Facts are what your notes are built from. Add one, or type /check Webmail works.
        </EmptyState>
      )}
      {facts.length === 0 && !open && <NoneKept>Closed without any facts.</NoneKept>}
      {adding && <AddFact sessionId={session.id} onDone={() => openKnowledgeForm(null)} />}
    </Section>
  );
}

function byFact(attachments: readonly Attachment[]): ReadonlyMap<number, readonly Attachment[]> {
  const found = new Map<number, readonly Attachment[]>();
  for (const attachment of attachments) {
    const { fact_id } = attachment;
    if (fact_id !== null) found.set(fact_id, [...(found.get(fact_id) ?? []), attachment]);
  }
  return found;
}

function without(ids: ReadonlySet<number>, id: number): ReadonlySet<number> {
  return new Set([...ids].filter((other) => other !== id));
}
