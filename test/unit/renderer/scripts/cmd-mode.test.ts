import { StringStream } from '@codemirror/language';
import { describe, expect, test } from 'vitest';
import { cmdMode } from '../../../../renderer/scripts/code/cmd-mode.ts';

/** The coloured pieces of a line. */
function pieces(line: string): [string, string][] {
  const stream = new StringStream(line, 2, 2);
  const found: [string, string][] = [];
  while (!stream.eol()) {
    stream.start = stream.pos;
    const style = cmdMode.token(stream, {});
    expect(stream.pos, `stands still in ${line}`).toBeGreaterThan(stream.start);
    if (style !== null) found.push([stream.current(), style]);
  }
  return found;
}

describe('colours of batch files', () => {
  test.each<[string, [string, string][]]>([
    ['rem a note %x%', [['rem a note %x%', 'comment']]],
    ['@rem a note', [['@rem a note', 'comment']]],
    [':: a note', [[':: a note', 'comment']]],
    ['echo remark', [['echo', 'builtin']]],
    [':again', [[':again', 'labelName']]],
    [
      'set "Name=a b"',
      [
        ['set', 'builtin'],
        ['"Name=a b"', 'string'],
      ],
    ],
    [
      'ping -n 2 %Target%',
      [
        ['ping', 'builtin'],
        ['2', 'number'],
        ['%Target%', 'variableName.special'],
      ],
    ],
    [
      'if %1 EQU 0 goto x',
      [
        ['if', 'keyword'],
        ['%1', 'variableName.special'],
        ['EQU', 'operator'],
        ['0', 'number'],
        ['goto', 'keyword'],
      ],
    ],
    [
      'for %%i in (1) do dir %%~i',
      [
        ['for', 'keyword'],
        ['%%i', 'variableName.special'],
        ['in', 'keyword'],
        ['1', 'number'],
        ['do', 'keyword'],
        ['dir', 'builtin'],
        ['%%~i', 'variableName.special'],
      ],
    ],
    [
      'ipconfig /flushdns & rem done',
      [
        ['ipconfig', 'builtin'],
        ['/flushdns', 'attribute'],
        ['rem done', 'comment'],
      ],
    ],
    [
      '100% "open',
      [
        ['100', 'number'],
        ['"open', 'string'],
      ],
    ],
  ])('%s', (line, expected) => {
    expect(pieces(line)).toEqual(expected);
  });
});
