/** What of this computer is left out of a report that goes to others. */
export interface Names {
  /** Folders that are told as `~` and `(home)`: the user's, and the app's own. */
  readonly user_folder: string;
  readonly home: string;
  readonly user: string;
  readonly computer: string;
}

/** Shorter names stand in too many words. */
const SHORTEST = 3;

const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** All of an address after its host; paths name tickets and companies, queries anything. */
const ADDRESS = /\b([a-z][a-z\d+.-]*:\/\/)(?:[^\s/@]*@)?([^\s/?#"'<>)]+)[/?#][^\s"'<>)]+/gi;
const USER_FOLDER = /([\\/](?:Users|home)[\\/])[^\\/\s"':]+/gi;

/**
 * Puts placeholders for who and where this is: folders, the names of user and computer, e-mail
 * addresses, and of web addresses all but the host. It cannot know other names, hence the report is
 * read by a person before it goes anywhere.
 */
export function coverNames(text: string, names: Names): string {
  const { user_folder, home, user, computer } = names;
  const [short = ''] = computer.split('.');
  return [[home, '(home)'] as const, [user_folder, '~'] as const]
    .reduce((covered, [folder, word]) => replaceFolder(covered, folder, word), text)
    .replace(ADDRESS, '$1$2/…')
    .replace(MAIL, '(e-mail)')
    .replace(USER_FOLDER, '$1(user)')
    .replace(wordPattern([computer, short]), '(computer)')
    .replace(wordPattern([user]), '(user)');
}

function replaceFolder(text: string, folder: string, word: string): string {
  if (folder.length < SHORTEST) return text;
  // Errors and JSON show a Windows path with its backslashes doubled, URLs with slashes.
  const spellings = [folder, folder.replaceAll('\\', '\\\\'), folder.replaceAll('\\', '/')];
  return spellings.reduce((covered, one) => covered.replaceAll(one, word), text);
}

function wordPattern(words: readonly string[]): RegExp {
  const long = words.filter((word) => word.length >= SHORTEST).map(escaped);
  if (long.length === 0) return /(?!)/g;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${long.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
