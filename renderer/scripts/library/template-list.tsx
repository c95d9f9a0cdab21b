import { CopyPlus, Download, Ellipsis, Pencil, Plus, SearchX, Trash2, Upload } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import type { ScriptTemplate } from '../../../shared/domain/script-template.ts';
import { Button } from '../../ui/button.tsx';
import { classesOf } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { counted } from '../../ui/words.ts';
import { TemplateTraits } from '../template-traits.tsx';
import { ImportNotice, useImport } from './import-templates.tsx';
import styles from './template-list.module.css';
import { findTemplates, groupTemplates } from './template-search.ts';
import { useExport } from './use-export.ts';

const css = classesOf(styles);

export interface TemplateListActions {
  readonly onOpen: (template: ScriptTemplate) => void;
  readonly onNew: () => void;
  readonly onEdit: (template: ScriptTemplate) => void;
  readonly onDuplicate: (template: ScriptTemplate) => void;
  readonly onRemove: (template: ScriptTemplate) => void;
}

interface TemplateListProps extends TemplateListActions {
  readonly templates: readonly ScriptTemplate[];
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** The template that gets the focus, by key; the search box without one. */
  readonly focused: string | null;
}

/** All templates: found by typing, opened by a press. Arrows move between them. */
export function TemplateList(props: TemplateListProps) {
  const { templates, search, onSearch, focused, onOpen, onNew } = props;
  const found = useMemo(() => findTemplates(templates, search), [templates, search]);
  const groups = groupTemplates(found);
  const own = templates.filter(({ origin }) => origin === 'own');
  const root = useRef<HTMLDivElement>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const exporting = useExport();
  const importing = useImport();

  useEffect(() => {
    const row = focused && root.current?.querySelector<HTMLElement>(`[data-template="${focused}"]`);
    (row || searchBox.current)?.focus();
  }, [focused]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && event.target === searchBox.current) {
      const first = groups[0]?.templates[0];
      if (first === undefined || search.trim() === '') return;
      event.preventDefault();
      onOpen(first);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (moveFocus(root.current, event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault();
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the fields in here
    <div className={css('library')} ref={root} onKeyDown={onKeyDown}>
      <div className={css('search')}>
        <SearchBox
          field={searchBox}
          strong
          type="text"
          data-row
          label="Search templates"
          placeholder="Search by name, by what it does, or by language"
          value={search}
          onChange={onSearch}
        />
      </div>
      <div className={css('scroller')}>
        <ImportNotice importing={importing} />
        {groups.map((group) => (
          <section key={group.origin} aria-label={group.label} className={css('group')}>
            <h3 className={css('heading')}>
              {group.label} <span>{group.templates.length}</span>
            </h3>
            <ul>
              {group.templates.map((template) => (
                <TemplateRow
                  key={template.key}
                  {...props}
                  template={template}
                  onExport={() => void exporting.save([template])}
                />
              ))}
            </ul>
          </section>
        ))}
        {groups.length === 0 && (
          <EmptyState icon={SearchX} title={`No template for “${search.trim()}”`}>
            Search for another word, or write a template of your own.
          </EmptyState>
        )}
      </div>
      <footer className={css('foot')}>
        <Button icon={Upload} busy={importing.busy} onClick={importing.choose}>
          Import…
        </Button>
        {importing.input}
        <Button
          icon={Download}
          disabled={own.length === 0}
          busy={exporting.busy}
          onClick={() => void exporting.save(own)}
        >
          {own.length === 0 ? 'Export mine…' : `Export ${counted(own.length, 'template')}…`}
        </Button>
        <span className={css('gap')} />
        <Button icon={Plus} onClick={onNew}>
          New template
        </Button>
      </footer>
    </div>
  );
}

interface TemplateRowProps extends TemplateListActions {
  readonly template: ScriptTemplate;
  readonly onExport: () => void;
}

function TemplateRow({ template, onExport, ...on }: TemplateRowProps) {
  const own = template.origin === 'own';
  const items: (MenuItem | 'separator')[] = [
    ...(own ? [{ label: 'Edit', icon: Pencil, onSelect: () => on.onEdit(template) }] : []),
    {
      label: own ? 'Duplicate' : 'Duplicate to edit',
      icon: CopyPlus,
      onSelect: () => on.onDuplicate(template),
    },
    { label: 'Export…', icon: Download, onSelect: onExport },
    ...(own
      ? [
          'separator' as const,
          { label: 'Remove', icon: Trash2, danger: true, onSelect: () => on.onRemove(template) },
        ]
      : []),
  ];
  return (
    <li className={css('row')}>
      <button
        type="button"
        data-row
        data-template={template.key}
        className={css('open')}
        onClick={() => on.onOpen(template)}
      >
        <span className={css('name')}>{template.name}</span>
        <span className={css('about')}>{template.description}</span>
        <TemplateTraits template={template} />
      </button>
      <Menu
        align="end"
        trigger={<IconButton size="sm" icon={Ellipsis} label={`More for ${template.name}`} />}
        items={items}
      />
    </li>
  );
}

/** Puts the focus on the next row, or the one before; false where there is none or the focus is elsewhere. */
function moveFocus(root: HTMLElement | null, step: 1 | -1): boolean {
  const rows = [...(root?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const at =
    document.activeElement instanceof HTMLElement ? rows.indexOf(document.activeElement) : -1;
  const next = at === -1 ? undefined : rows[at + step];
  next?.focus();
  return next !== undefined;
}
