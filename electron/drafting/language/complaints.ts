/**
 * A sentence in which a person vents or threatens. It has its right, and tells nothing of the
 * problem: read in the provider's own note to them, it would look like mockery or blame.
 */
const COMPLAINT =
  /\b(?:i (?:want|demand|expect|insist)|we (?:want|demand|expect)|i pay|we pay|unacceptable|not (?:really |at all )?acceptable|(?:sick|tired|fed up) (?:of|with)|fed up|nerves|not (?:amused|happy|impressed|pleased)|unhappy|furious|angry|annoy\w*|outrag\w*|ridiculous|disgrac\w*|shame(?:ful)?|a joke|pathetic|useless|hopeless|frankly|honestly|to put it mildly|lawyers?|solicitors?|legal action|sue|your (?:boss|manager|fault|people|colleague|job)|(?:speak|talk|complain) to (?:your|the) (?:boss|manager|management)|last time (?:this |it )?took you|took you|you (?:were told|said|promised|told|never|always|closed|did not|didn['’]?t|people|guys|lot)|how (?:hard|difficult) can|cancel (?:our|my|the) contract|another provider|compensation|like it['’]?s (?:19|20)\d\d|makes me (?:mad|cry)|obviously|stupid)\b/i;
export function isComplaint(sentence: string): boolean {
  return COMPLAINT.test(sentence);
}
