/** First words of sentences that are no orders. */
const NO_VERB =
  /^(?:the|a|an|this|that|these|those|it|its|he|she|they|we|i|you|there|here|our|your|their|his|her|my|no|not|none|nothing|maybe|perhaps|possibly|some|any|all|most|user|users|customer|customers|client|vendor|problem|issue|also|because|since|although|however|yes|in|on|at|of|with|by|from|under|over)\b/i;
const NO_ORDER = /^\p{L}+(?:ed|tion|ment|ness|ity)\b/iu;

/** Whether a line opens as a step does: with a verb, or with the case in which it is taken. */
export function startsAsStep(text: string): boolean {
  const line = text.trim();
  if (
    /^(?:if|when|once|after|before|should|unless|as soon as|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i.test(
      line,
    )
  )
    return true;
  const first = line.match(/^[\p{L}-]+/u)?.[0] ?? '';
  return (
    first !== '' &&
    !NO_VERB.test(first) &&
    !(
      NO_ORDER.test(first) &&
      !/^(?:need|feed|speed|proceed|mention|position|question|implement|document|embed)$/i.test(
        first,
      )
    )
  );
}
