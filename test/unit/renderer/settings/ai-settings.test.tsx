import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, it, vi } from 'vitest';
import { AiSettings } from '../../../../renderer/settings/ai-settings.tsx';
import { ModelSettings } from '../../../../renderer/settings/model-settings.tsx';
import { DEFAULT_SETTINGS } from '../../../../shared/domain/settings.ts';
import { AppError } from '../../../../shared/errors.ts';

const answers = vi.hoisted(() => ({ status: {} as object, callError: null as unknown }));

vi.mock('../../../../renderer/bridge/queries.ts', () => ({
  useAiStatus: () => ({ error: null, isFetching: false, ...answers.status }),
  useAiModels: () => ({}),
  useAiUsage: () => ({}),
  useCall: () => ({ error: answers.callError, isPending: false, mutate() {}, reset() {} }),
  forgetAiModels() {},
}));

beforeEach(() => {
  answers.status = {};
  answers.callError = null;
});

it('says why a model from the list could not be chosen', () => {
  expect(renderToStaticMarkup(<ModelSettings settings={DEFAULT_SETTINGS} />)).not.toContain(
    'alert',
  );
  answers.callError = new AppError('INTERNAL', 'Your administrator has set this.');
  const html = renderToStaticMarkup(<ModelSettings settings={DEFAULT_SETTINGS} />);
  expect(html).toMatch(/<p role="alert"[^>]*>Your administrator has set this\./);
});

it('takes a key in although its status could not be read, and says why', () => {
  answers.status = { error: new AppError('KEYCHAIN_UNAVAILABLE', 'The keychain does not answer.') };
  const html = renderToStaticMarkup(<AiSettings settings={DEFAULT_SETTINGS} />);
  expect(html).toContain('The keychain does not answer.');
  expect(html).toContain('Not known');
  expect(html).toContain('type="password"');
  expect(html).toContain('Save key');
});

it('shows the key form once, where the status is known', () => {
  answers.status = { data: { state: 'no_key', has_key: false, key_storage: 'os' } };
  const html = renderToStaticMarkup(<AiSettings settings={DEFAULT_SETTINGS} />);
  expect(html.match(/type="password"/g)).toHaveLength(1);
  expect(html).not.toContain('Not known');
});

it('has the second reader’s switch, and its own default among its models', () => {
  const html = (note_review: boolean) =>
    renderToStaticMarkup(<AiSettings settings={{ ...DEFAULT_SETTINGS, note_review }} />);
  const switchOf = (page: string) =>
    page.slice(page.indexOf('>Second reader<')).match(/aria-checked="(\w+)"/)?.[1];
  expect([switchOf(html(false)), switchOf(html(true))]).toEqual(['false', 'true']);
  expect(html(true)).toContain('Model for the second reader');
  expect(html(true)).toContain('claude-haiku-4-5 (default)');
});
