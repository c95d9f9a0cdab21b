import type { StreamParser, StringStream } from '@codemirror/language';

const COMMANDS = new Set(
  'assoc attrib call cd chdir cipher cls copy date del dir echo endlocal erase exit fc find findstr for ftype goto gpupdate icacls if ipconfig md mkdir mklink more move net netsh netstat nslookup path pathping pause ping popd powershell pushd rd reg rem ren rename rmdir robocopy route sc schtasks set setlocal sfc shift shutdown sort start systeminfo takeown taskkill tasklist time timeout title tracert tree type ver where whoami wmic xcopy'.split(
    ' ',
  ),
);
const KEYWORDS = new Set(
  'call do else exit for goto if in not exist defined errorlevel'.split(' '),
);
const COMPARISONS = new Set('equ neq lss leq gtr geq'.split(' '));

/** Colours for batch files, as far as they help to read one: comments, labels, variables, strings, commands. */
export const cmdMode: StreamParser<unknown> = {
  name: 'cmd',
  token: (stream) => {
    if (stream.eatSpace()) return null;
    if (beginsCommand(stream) && stream.match(/^@?(?:rem(?=\s|$)|::)/i)) {
      stream.skipToEnd();
      return 'comment';
    }
    if (beginsCommand(stream) && stream.match(/^:[^\s:]+/)) return 'labelName';
    if (stream.match(/^"[^"]*"?/)) return 'string';
    if (stream.match(/^%%~?[a-z]+|^%[^%\s]+%|^%~?[a-z]*\d|^%\*|^![^!\s]+!/i)) {
      return 'variableName.special';
    }
    if (stream.match(/^\/\w+/)) return 'attribute';
    if (stream.match(/^\d+(?![\w.])/)) return 'number';
    if (stream.match(/^[\w-]+/)) return kindOf(stream.current().toLowerCase());
    stream.next();
    return null;
  },
  languageData: { commentTokens: { line: 'rem' } },
};

function kindOf(word: string): string | null {
  if (KEYWORDS.has(word)) return 'keyword';
  if (COMPARISONS.has(word)) return 'operator';
  return COMMANDS.has(word) ? 'builtin' : null;
}

/** Only space, an `@` or the end of another command stands before this place. */
function beginsCommand(stream: StringStream): boolean {
  return /^\s*@?$|[&|(]\s*@?$/.test(stream.string.slice(0, stream.start));
}
