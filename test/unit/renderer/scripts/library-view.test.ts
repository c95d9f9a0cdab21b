import { describe, expect, test } from 'vitest';
import { firstView, titleOf } from '../../../../renderer/scripts/library-view.ts';
import type { ScriptWish } from '../../../../renderer/view-state.ts';
import { someScript, someTemplate } from './some-template.ts';

const anything: ScriptWish = {
  templateKey: null,
  values: {},
  proposalId: null,
  search: '',
  templateOf: null,
};
const templates = [someTemplate(), someTemplate({ key: 'own/2', name: 'Restart a computer' })];

describe('what the library shows first', () => {
  test('is the list, searched where a search means no single template', () => {
    expect(firstView(anything, templates)).toEqual({ type: 'list', search: '', focus: null });
    expect(firstView({ ...anything, search: 'restart' }, templates)).toMatchObject({
      type: 'list',
      search: 'restart',
    });
  });

  test('is the template that was proposed or is meant, even one that is gone', () => {
    const fill = { type: 'fill', proposed: true };
    expect(firstView({ ...anything, search: 'computer' }, templates)).toEqual({
      ...fill,
      key: 'own/2',
    });
    const gone = { ...anything, templateKey: 'own/9', proposalId: 4 };
    expect(firstView(gone, templates)).toEqual({ ...fill, key: 'own/9' });
    expect(titleOf(firstView(gone, templates), templates)).toBe('Script library');
  });

  test('is the editor where a script is to become a template', () => {
    const view = firstView({ ...anything, templateOf: someScript() }, templates);
    expect(view).toMatchObject({ type: 'edit', key: null });
    expect(titleOf(view, templates)).toBe('New template');
  });
});
