import { setForCmd } from '../quoting/cmd.ts';
import { refuseUnless } from '../quoting/refused.ts';
import { type PlainValue, plainComment, type Shell } from './shell.ts';

/** A command file is read in the console's code page, so a comment keeps to ASCII. */
const NOT_ASCII = /[^ -~]+/g;

/** The command prompt. It has no way to ask for a secret unseen, so no secret gets here. */
export const cmd: Shell = {
  comment: (text) => `@rem ${plainComment(text).replace(NOT_ASCII, '_')}`,
  assign: (name, value) => `@${setForCmd(name, text(value))}`,
  ask: () => {
    refuseUnless(false, 'the command prompt');
    return [];
  },
  block: (lines) => lines,
};

function text(value: PlainValue): string {
  switch (value.kind) {
    case 'none':
      return '';
    case 'number':
      return value.digits;
    case 'switch':
      return String(value.on);
    case 'secret':
      refuseUnless(false, 'the command prompt');
      return '';
    case 'text':
      return value.text;
  }
}
