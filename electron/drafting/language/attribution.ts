const REPORTING =
  'says?|said|reports?|reported|states?|stated|confirms?|confirmed|told|tells|describes?|described|mentions?|mentioned|noted|notices?|noticed|explains?|explained|complains?|complained|claims?|claimed|asked|saw|writes?|wrote|thinks?|thought|believes?|believed|suspects?|suspected|assumes?|assumed|remembers?|remembered|recalls?|recalled|denies|denied|knows?|knew|observed?|observes|feels?|felt|admits|admitted|insists|insisted|heard|hears';

const SPEAKER_FIRST = new RegExp(`^(?:\\S+\\s+){1,5}?(?:${REPORTING})\\b`, 'i');
const SPEAKER_LATER = new RegExp(
  `\\b(?:according to|as (?:reported|told|described|stated) by|(?:reported|told|described|stated|confirmed|seen|noticed|observed) by|in the words of|by (?:the user|the customer|their|his|her) (?:own )?account)\\b|\\b(?:users?|customers?|clients?|callers?|contacts?|staff|colleagues?|manager|owner|he|she|they|you)\\s+(?:also |then |has |have |had |since )*(?:${REPORTING})\\b|\\((?:the )?(?:user|customer|client|caller|staff|user report|user reports|as reported)\\b[^)]*\\)|\\b(?:reportedly|allegedly)\\b|\\bas \\S+(?: \\S+)? (?:${REPORTING})\\b`,
  'i',
);

/** Whether a sentence says who said what it tells. */
export function isAttributed(sentence: string): boolean {
  return SPEAKER_FIRST.test(sentence) || SPEAKER_LATER.test(sentence);
}
