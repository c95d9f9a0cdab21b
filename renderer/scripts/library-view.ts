import type { ScriptTemplate } from '../../shared/domain/script-template.ts';
import type { ScriptWish } from '../view-state.ts';
import { draftOfScript, type TemplateDraft } from './editing/template-draft.ts';
import { meantTemplate } from './library/template-search.ts';

/** What the script library shows. */
export type LibraryView =
  | {
      readonly type: 'list';
      readonly search: string;
      /** The template that the focus goes to, by key; the search box without one. */
      readonly focus: string | null;
    }
  | {
      readonly type: 'fill';
      readonly key: string;
      /** Whether it starts with what the library was opened with. */
      readonly proposed: boolean;
    }
  | { readonly type: 'edit'; readonly key: string | null; readonly draft: TemplateDraft };

/** What the library shows first, by what it was opened for. */
export function firstView(wish: ScriptWish, templates: readonly ScriptTemplate[]): LibraryView {
  if (wish.templateOf !== null) {
    return { type: 'edit', key: null, draft: draftOfScript(wish.templateOf, templates) };
  }
  const key = wish.templateKey ?? meantTemplate(templates, wish.search)?.key;
  if (key !== undefined) return { type: 'fill', key, proposed: true };
  return { type: 'list', search: wish.search, focus: null };
}

export function titleOf(view: LibraryView, templates: readonly ScriptTemplate[]): string {
  switch (view.type) {
    case 'list':
      return 'Script library';
    case 'fill':
      return templates.find(({ key }) => key === view.key)?.name ?? 'Script library';
    case 'edit':
      return view.key === null ? 'New template' : 'Edit template';
  }
}
