import { ImagePlus, Pencil } from 'lucide-react';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { useCall } from '../bridge/queries.ts';
import { useIsWriting } from '../bridge/use-turn.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { focusAtEnd } from '../ui/focus-at-end.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { focusHome } from '../ui/keep-focus.ts';
import { IS_MAC } from '../ui/keys.ts';
import { type CommandEntry, commandBeingTyped, completionsFor, usageOf } from './command-list.ts';
import styles from './composer.module.css';
import { leaveEdit } from './leave-edit.ts';
import { PictureTray } from './pictures/picture-tray.tsx';
import { usePictureDrop } from './pictures/use-picture-drop.ts';
import { refusedPaste } from './slash-command.ts';
import { SlashMenu } from './slash-menu.tsx';
import { STILL_WRITING, useComposer } from './use-composer.ts';
import { useSendWaiting } from './use-send-waiting.ts';

const css = classesOf(styles);

const COUNTED_FROM = 2_000;

/** From here on the box neither grows nor wraps: laying out megabytes anew would stall the window. */
const LARGE_FROM = 20_000;

interface ComposerProps {
  readonly snapshot: SessionSnapshot;
  /** Quiet words at the right under the box. */
  readonly aside: ReactNode;
}

/** Where the technician writes: messages as they are, commands after a slash. */
export function Composer({ snapshot, aside }: ComposerProps) {
  const sessionId = snapshot.session.id;
  const { text, sending, editing, write, refuse, edit, send, ...state } = useComposer(sessionId);
  const writing = useIsWriting(snapshot);
  const problem = state.problem === STILL_WRITING && !writing ? undefined : state.problem;
  const stop = useCall('copilot.stop');
  const [chosen, setChosen] = useState(0);
  const [menuClosed, setMenuClosed] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const pictures = usePictureDrop(sessionId, refuse);
  const editedId = editing?.messageId;
  useEffect(() => {
    if (editedId === undefined) return;
    focusAtEnd(box.current);
  }, [editedId]);

  const offered = menuClosed ? [] : completionsFor(text);
  const active = offered[Math.min(chosen, offered.length - 1)];
  const typing = commandBeingTyped(text);

  function change(next: string) {
    write(next);
    setChosen(0);
    setMenuClosed(false);
  }

  function complete({ name, argument }: CommandEntry) {
    if (argument === '') void send(`/${name}`);
    else change(`/${name} `);
    box.current?.focus();
  }

  /**
   * A large paste is put in as a whole, for the box's own way takes a step for every line of it. One
   * that could never be sent is refused at once: it is safe on the clipboard, and megabytes in a text
   * box would stall the window.
   */
  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>) {
    if (pictures.takePaste(event)) return;
    const pasted = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n');
    if (text.length + pasted.length < LARGE_FROM) return;
    event.preventDefault();
    const refusal = refusedPaste(text.length + pasted.length);
    if (refusal !== undefined) return refuse(refusal);
    const { selectionStart, selectionEnd } = event.currentTarget;
    change(text.slice(0, selectionStart) + pasted + text.slice(selectionEnd));
  }

  function onKeyDown(event: KeyboardEvent) {
    // An Enter that ends an input method's composition chooses a character; it does not send.
    if (event.nativeEvent.isComposing) return;
    if (active !== undefined && menuKey(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      void send();
    } else if (event.key === 'Escape' && (editing !== undefined || writing)) {
      event.preventDefault();
      event.stopPropagation();
      if (editing !== undefined) leaveEdit(snapshot);
      else stop.mutate({ session_id: sessionId });
    } else if (event.key === 'ArrowUp' && text === '' && editing === undefined) {
      const last = snapshot.messages.findLast(({ author }) => author === 'technician');
      if (last === undefined) return;
      event.preventDefault();
      edit(last.id, last.body);
    }
  }

  function menuKey(event: KeyboardEvent): boolean {
    if (event.shiftKey || event.ctrlKey || event.metaKey || active === undefined) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      setChosen((offered.indexOf(active) + step + offered.length) % offered.length);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      complete(active);
    } else if (event.key === 'Escape') {
      setMenuClosed(true);
    } else {
      return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  const isLarge = text.length >= LARGE_FROM;
  const waiting = useSendWaiting(sending);
  const hint = typing && `${usageOf(typing.name)} – ${typing.help}`;
  return (
    <div className={css('composer')}>
      {active !== undefined && (
        <SlashMenu id={`${id}-menu`} offered={offered} active={active} onChoose={complete} />
      )}
      <div
        className={css('frame', problem !== undefined && 'wrong', pictures.over && 'over')}
        {...pictures.handlers}
      >
        {editing !== undefined && (
          <div className={css('editing')}>
            <Pencil size={13} aria-hidden />
            <span>Editing. Sending replaces this message and everything after it.</span>
            <Button size="sm" variant="ghost" onClick={() => leaveEdit(snapshot)}>
              Cancel
            </Button>
          </div>
        )}
        <PictureTray snapshot={snapshot} editedId={editedId} />
        <div className={css('line')}>
          <textarea
            ref={box}
            {...focusHome}
            rows={1}
            aria-label="Message"
            aria-describedby={`${id}-words`}
            aria-invalid={problem !== undefined || undefined}
            aria-autocomplete="list"
            aria-controls={active && `${id}-menu`}
            aria-activedescendant={active && `${id}-menu-${active.name}`}
            placeholder="Write what you see, or / for commands"
            spellCheck={!isLarge}
            className={css('box', isLarge && 'large')}
            value={text}
            readOnly={sending}
            onChange={(event) => change(event.target.value)}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            onBlur={() => setMenuClosed(true)}
            onFocus={() => setMenuClosed(false)}
          />
          <input
            ref={picker}
            type="file"
            accept="image/*"
            multiple
            hidden
            onChange={(event) => {
              pictures.take([...(event.target.files ?? [])]);
              event.target.value = '';
              box.current?.focus();
            }}
          />
          <IconButton
            icon={ImagePlus}
            label="Add pictures"
            hint="Add pictures, or paste them"
            size="sm"
            className={css('pictures')}
            onClick={() => picker.current?.click()}
          />
          <span className={css('keys')} aria-hidden>
            <Kbd keys="Enter" />
          </span>
        </div>
      </div>
      <div id={`${id}-words`} className={css('words')}>
        {problem === undefined ? (
          <span className={css('hint')}>
            <span role="status">{waiting}</span>
            {waiting === undefined &&
              (hint ?? `Enter sends, ${IS_MAC ? '⇧' : 'Shift'} Enter starts a new line.`)}
          </span>
        ) : (
          <span role="alert" className={css('problem')}>
            {problem}
          </span>
        )}
        {text.length > COUNTED_FROM && (
          <span className={css('count')}>{text.length.toLocaleString('en')} characters</span>
        )}
        {aside}
      </div>
    </div>
  );
}
