import { describe, expect, it, vi } from 'vitest';
import { createDraftText } from '../../../../renderer/preview/draft-text.ts';
import { createGeneration } from '../../../../renderer/preview/generation.ts';
import { baseOf, newsOf } from '../../../../renderer/preview/note-version.ts';
import type { Preview } from '../../../../shared/domain/note.ts';
import { somePreview } from './some-preview.ts';

const FIRST = somePreview('generated');

/** A draft in an editor, with the making of its notes answered by hand. */
function sheet() {
  const editor = { locked: false, shown: FIRST.markdown };
  const save = vi.fn();
  const draft = createDraftText({
    opening: { text: FIRST.markdown, base: baseOf(FIRST) },
    editor: () => ({
      isLocked: () => editor.locked,
      load: (text) => {
        editor.shown = text;
      },
      replaceAll: (text) => type(text),
    }),
    save,
  });
  let settle: { readonly resolve: (preview: Preview) => void; readonly reject: () => void };
  const generation = createGeneration(
    () =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject: () => reject(new Error('a fault')) };
      }),
  );
  generation.subscribe(() => {
    const { preview } = generation.state;
    if (preview !== undefined) draft.follow(preview);
  });
  const type = (text: string) => {
    editor.shown = text;
    draft.edited(text);
  };
  const moment = () => new Promise((done) => setTimeout(done, 0));
  return {
    draft,
    editor,
    generation,
    save,
    type,
    wish: () => draft.unlessWrittenOn(draft.take),
    answer: async (preview: Preview) => {
      settle.resolve(preview);
      await moment();
    },
    fail: async () => {
      settle.reject();
      await moment();
    },
  };
}

describe('a note that the technician asked for', () => {
  it('takes the place of a text that nobody touched meanwhile', async () => {
    const { draft, generation, save, wish, answer } = sheet();
    generation.again(wish());
    await answer(somePreview('new'));
    expect(draft.version).toEqual({ text: 'new', base: baseOf(somePreview('new')) });
    expect(save).toHaveBeenCalledExactlyOnceWith(draft.version);
  });

  it.each(['again', 'local'] as const)(
    'is offered where words were written while it was made (%s)',
    async (way) => {
      const { draft, editor, generation, type, wish, answer } = sheet();
      generation[way](wish());
      type('generated, and twenty seconds of my own');
      const fresh = somePreview('new');
      await answer(fresh);
      expect(editor.shown).toBe('generated, and twenty seconds of my own');
      expect(draft.version.text).toBe(editor.shown);
      expect(newsOf(draft.version, fresh)).toBe('offer');
      draft.take(fresh);
      expect(editor.shown).toBe('new');
    },
  );

  it('is offered too where the words given up are not the last ones', async () => {
    const { draft, editor, generation, type, wish, answer } = sheet();
    type('my words');
    generation.again(wish());
    type('my words, and more');
    await answer(somePreview('new'));
    expect(editor.shown).toBe('my words, and more');
    expect(newsOf(draft.version, somePreview('new'))).toBe('offer');
  });

  it('does not take on a new attempt what was written since the first', async () => {
    const { editor, generation, type, wish, answer, fail } = sheet();
    generation.again(wish());
    await fail();
    type('half an hour of my own words');
    generation.retry(wish());
    type('half an hour of my own words, and a minute');
    await answer(somePreview('new'));
    expect(editor.shown).toBe('half an hour of my own words, and a minute');

    generation.retry(wish());
    await answer(somePreview('newer'));
    expect(editor.shown).toBe('newer');
  });
});

describe('a note that comes while the text is being posted', () => {
  it('is followed when the lock lifts', () => {
    const { draft, editor } = sheet();
    const newer = somePreview('of more facts', { state_version: 2 });
    editor.locked = true;
    draft.follow(newer);
    draft.take(newer);
    expect(editor.shown).toBe('generated');
    draft.unlocked();
    expect(editor.shown).toBe('generated');
    editor.locked = false;
    draft.unlocked();
    expect(editor.shown).toBe('of more facts');
    expect(draft.version.base).toEqual(baseOf(newer));
  });

  it('leaves the technician’s words alone then, and counts once', () => {
    const { draft, editor, type } = sheet();
    type('mine');
    editor.locked = true;
    draft.follow(somePreview('of more facts', { state_version: 2 }));
    editor.locked = false;
    draft.unlocked();
    expect(editor.shown).toBe('mine');
    draft.take(somePreview('newest', { state_version: 3 }));
    draft.unlocked();
    expect(editor.shown).toBe('newest');
  });
});
