import { spansOf, type TextSpan } from './spans.ts';

/** Money, liability and apologies: what only the provider may grant, and no row of a ticket can. */
const PROMISE =
  /\b(?:refund\w*|reimburs\w*|compensat\w*|discount\w*|free of charge|at no (?:extra |further )?(?:cost|charge)|no charge|goodwill|credit(?:ed)? (?:note|to your|on your|against)|(?:off|on) (?:your|the) next (?:invoice|bill)|owes? (?:us )?nothing|(?:extend\w*|prolong\w*)(?: \w+){0,3} (?:warrant\w+|contract|licen[cs]e)|(?:warrant\w+|contract|licen[cs]e)(?: \w+){0,3} (?:extend\w*|prolong\w*)|guarantee\w*|liab\w+|apologi[sz]\w*|(?:we are|we're|are) (?:very |truly |deeply )?sorry|our fault)\b/gi;

/** A demand for money: no invoice is sent in a note, and no other account belongs into one. */
const DEMAND =
  /(?<!\b(?:not|never|nor|to)\s|n['’]t\s)\b(?:pay|transfer|remit|settle|wire|deposit|send)\b (?:(?:the|this|your|an?|our|their|outstanding|overdue|remaining|due|annual|yearly|monthly|[\p{L}-]+) ){0,4}(?:fees?|invoices?|bills?|amounts?|payments?|premium|deposit|money)\b|\b(?:pay|transfer|remit|wire)\b (?:[€$£] ?)?\d[\d.,]*(?: ?(?:eur|usd|gbp|euros?|dollars?|pounds?))?\b/giu;

/** Words that promise something, admit to it, or ask for money, in the provider's name. */
export function findPromises(text: string): TextSpan[] {
  const demands = /\b(?:pay|transfer|remit|settle|wire|deposit|send)\b/i.test(text)
    ? spansOf(text, DEMAND)
    : [];
  return [...spansOf(text, PROMISE), ...demands];
}
