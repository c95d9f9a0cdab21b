import type { EditorView } from '@codemirror/view';
import { expect, type Locator, type Page } from '@playwright/test';
import type { CallInput, CallName, CallOutput } from '../../shared/contract/index.ts';
import type { NoteKind } from '../../shared/domain/note.ts';
import type { Envelope } from '../../shared/errors.ts';

/**
 * The editor draws the lines in sight only, so the whole text is not in the page. Its content
 * element leads to the view by the way that `EditorView.findFromDOM` goes.
 */
interface EditorContent {
  readonly cmTile: { readonly root: { readonly view: EditorView } };
}

const TOGGLE: Readonly<Record<NoteKind, string>> = {
  resolve: 'Preview Resolve note',
  escalate: 'Escalate instead',
};

/** What a technician does at the screen, by the roles and names that the design keeps stable. */
export class Technician {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  region(
    name: 'Sessions' | 'Chat lane' | 'What we know' | 'Suggested fix' | 'Scripts' | 'Note preview',
  ) {
    return this.page.getByLabel(name, { exact: true }).first();
  }

  button(name: string) {
    return this.page.getByRole('button', { name });
  }

  note() {
    return this.page.getByRole('textbox', { name: 'Note', exact: true });
  }

  async newSession(session: { title: string; problem: string; ticket?: string }): Promise<void> {
    await this.button('New session').first().click();
    const dialog = this.page.getByRole('dialog', { name: 'New session' });
    await dialog.getByRole('textbox', { name: 'Title' }).fill(session.title);
    await dialog.getByRole('textbox', { name: 'Problem' }).fill(session.problem);
    if (session.ticket !== undefined) {
      await dialog.getByRole('textbox', { name: 'ConnectWise ticket' }).fill(session.ticket);
    }
    await this.page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(this.region('Chat lane')).toContainText(session.title);
  }

  async openSession(title: string): Promise<void> {
    await this.region('Sessions').getByText(title).first().click();
    await expect(this.region('Chat lane')).toContainText(title);
  }

  /** Types into the lane and sends: a message, or a slash command. */
  async say(text: string): Promise<void> {
    const box = this.page.getByRole('textbox', { name: 'Message' });
    await box.fill(text);
    await box.press('Enter');
    await expect(box).toHaveValue('');
  }

  /** What the copilot answered, and answers, in the lane. */
  answers() {
    return this.region('Chat lane').getByRole('article', { name: 'Copilot', exact: true });
  }

  /** The newest answer with all that stands under it: proposals, notices, why it ended early. */
  lastAnswer() {
    return this.region('Chat lane')
      .locator('li[data-message]')
      .filter({ has: this.page.getByRole('article', { name: 'Copilot', exact: true }) })
      .last();
  }

  /** What the copilot proposes and nobody has decided, in the lane. */
  proposed(kind: 'fact' | 'fix' | 'script' | 'result' | 'summary' | 'hand-off') {
    return this.region('Chat lane').getByRole('article', { name: `Proposed ${kind}` });
  }

  /** Says something to the copilot and waits until its answer is as it stays. */
  async ask(text: string): Promise<void> {
    const before = await this.answers().count();
    await this.say(text);
    await expect(this.answers()).toHaveCount(before + 1);
    await this.settled();
  }

  /** Nothing is being written in the open session any more. */
  async settled(timeout = 10_000): Promise<void> {
    const writing = this.region('Chat lane').locator('li[aria-busy="true"]');
    await expect(writing).toHaveCount(0, { timeout });
  }

  /** Records the result of a fix, with what the form is prefilled with. */
  async recordResult(within: Locator, result: 'Worked' | 'Partly'): Promise<void> {
    const choices = within.getByRole('group', { name: 'Fix result' });
    await choices.getByRole('button', { name: result }).click();
    const form = within.getByRole('form', { name: /^Result of/ });
    await form.getByRole('button', { name: 'Save result' }).click();
    await expect(form).toBeHidden();
  }

  async preview(kind: NoteKind): Promise<void> {
    const toggle = this.page.getByRole('button', { name: TOGGLE[kind] });
    if ((await toggle.getAttribute('aria-pressed')) !== 'true') await toggle.click();
    await expect(toggle).toHaveAttribute('aria-pressed', 'true');
    await expect(this.note()).toContainText('## Problem');
  }

  /** The whole note as it stands in the editor, the lines out of sight too. */
  async noteText(): Promise<string> {
    return this.note().evaluate((content) => {
      const { view } = (content as unknown as EditorContent).cmTile.root;
      return view.state.doc.toString();
    });
  }

  /** Puts the caret at the end of the line that holds `text` and types. */
  async typeAfter(text: string, typed: string): Promise<void> {
    await expect.poll(() => this.noteText()).toContain(text);
    await this.note().evaluate((content, wanted) => {
      const { view } = (content as unknown as EditorContent).cmTile.root;
      const { doc } = view.state;
      const line = doc.lineAt(doc.toString().indexOf(wanted));
      view.dispatch({ selection: { anchor: line.to }, scrollIntoView: true });
      view.focus();
    }, text);
    await this.page.keyboard.type(typed);
  }

  async confirm(): Promise<void> {
    await this.region('Note preview')
      .getByRole('button', { name: /^Confirm & post/ })
      .click();
  }

  /** Links the open session to a ticket, by its number in the picker. Needs a connection. */
  async linkTicket(ticketId: number): Promise<void> {
    await this.button('Linked ticket').click();
    const dialog = this.page.getByRole('dialog', { name: 'Linked ticket' });
    const another = dialog.getByRole('button', { name: 'Link another' });
    const search = dialog.getByRole('textbox', { name: 'ConnectWise ticket' });
    await expect(another.or(search)).toBeVisible();
    if (await another.isVisible()) await another.click();
    await search.fill(`${ticketId}`);
    await search.press('Enter');
    await expect(dialog.getByText(`CW #${ticketId}`)).toBeVisible();
    await this.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }

  /** What an open posting says first, out loud: where the note stands. */
  postingTrouble() {
    return this.region('Note preview').getByRole('alert').first();
  }

  /** A call over the bridge as the page makes it; the envelope as it comes back. */
  async invoke<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Envelope> {
    return this.page.evaluate(
      ([callName, callInput]) => window.resolutionFlow.invoke(callName, callInput),
      [name, input] as const,
    );
  }

  /** The value of a call that is expected to succeed. */
  async value<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
  ): Promise<CallOutput<Name>> {
    const envelope = await this.invoke(name, input);
    if (!envelope.ok) throw new Error(`${name}: ${envelope.error.code} ${envelope.error.message}`);
    return envelope.value as CallOutput<Name>;
  }
}
