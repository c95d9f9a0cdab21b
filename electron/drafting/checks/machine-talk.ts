import { faultsInText, matches } from './find-text.ts';
import { rule } from './rule.ts';

/** "I cannot" alone is not in it: users say that in their reports. */
const MACHINE_TALK =
  /\bas an? (?:ai|artificial intelligence|language model|(?:ai )?assistant)\b|\bI(?:['’]m| am) (?:just )?an (?:ai|assistant)\b|\bI (?:cannot|can['’]t|am unable to|['’]m unable to) (?:assist|help with that|provide|generate|comply|browse|verify this)\b|\bbased on the (?:provided|given|supplied|above)\b|\bbased on the (?:information|facts|context|bundle) (?:provided|given|above|supplied)\b|\bhere(?:['’]s| is) (?:the|your|a) (?:\w+ )?(?:note|summary|package|draft)\b|\blet me know if (?:you|there)\b|\bI hope this helps\b|^(?:certainly|sure|of course|absolutely)[!,]|\bthe (?:language )?model (?:suggests|thinks|believes)\b|\b(?:chatgpt|claude|copilot) (?:suggests|suggested|says|said|thinks|recommends|recommended)\b/gi;

/** S5: no talk of the machine that wrote the note. */
export const machineTalkRule = rule('S5', (note) =>
  faultsInText(
    note,
    matches(MACHINE_TALK),
    (found) =>
      `“${found.text}” speaks of how the note was written, not of the problem. Take it out.`,
    { allow_cited: true },
  ),
);
