import { app, dialog, session } from 'electron';
import { spellCheckLanguages } from './spell-check-languages.ts';

/**
 * Turns spell checking on or off for the page. Off is how the app comes: but for macOS, whose own
 * checker is used, Chromium fetches a dictionary for each language from a server of Google's.
 */
export function setSpellCheck(on: boolean): void {
  const { defaultSession } = session;
  if (process.platform !== 'darwin') {
    const languages = spellCheckLanguages(
      app.getPreferredSystemLanguages(),
      defaultSession.availableSpellCheckerLanguages,
    );
    defaultSession.setSpellCheckerLanguages(on ? languages : []);
  }
  defaultSession.setSpellCheckerEnabled(on);
}

/** The part of the settings that the menu's entry works with. */
interface SpellCheckSettings {
  get(): { readonly spell_check: boolean };
  update(changes: { readonly spell_check: boolean }): unknown;
}

/**
 * Answers a press on the menu's entry. Turning it on says first where the dictionary comes from; what
 * the administrator has fixed stays as it is, and is said in the words of the settings.
 */
export async function switchSpellCheck(settings: SpellCheckSettings, on: boolean): Promise<void> {
  if (on && !(await agreesToDictionary())) return;
  try {
    settings.update({ spell_check: on });
  } catch (error) {
    await dialog.showMessageBox({
      type: 'info',
      title: TITLE,
      message: error instanceof Error ? error.message : String(error),
    });
  }
}

const TITLE = 'Check spelling';

async function agreesToDictionary(): Promise<boolean> {
  if (process.platform === 'darwin') return true;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: TITLE,
    message: 'Fetch a dictionary from Google?',
    detail:
      'Spelling is checked on this computer, and nothing that you write is sent. The dictionary for each of your languages is fetched once from a server of Google (redirector.gvt1.com), as Chrome does. Without that server there is no spell check.',
    buttons: ['Fetch it and check spelling', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}
