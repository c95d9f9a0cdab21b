import { afterEach, expect, it } from 'vitest';
import { formsWithWords } from '../../../../renderer/ui/unsaved-forms.ts';
import { unsavedOf } from '../../../../renderer/ui/unsaved-text.ts';

afterEach(() => {
  for (const form of ['add-fact:1', 'add-fact:2', 'new-session', 'result:4:failed']) {
    unsavedOf(form).set({ text: '', title: '' });
  }
});

it('names the forms that hold words, each kind once, and none that hold only spaces', () => {
  expect(formsWithWords()).toEqual([]);
  unsavedOf('add-fact:1').set({ text: 'Half a fact' });
  unsavedOf('add-fact:2').set({ text: 'Another half' });
  unsavedOf('result:4:failed').set({ text: ' \n' });
  expect(formsWithWords()).toEqual(['Add fact']);
  unsavedOf('new-session').set({ title: 'Half typed' });
  expect(formsWithWords()).toEqual(['Add fact', 'New session']);
});
