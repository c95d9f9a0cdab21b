import {
  type Gold,
  type GoldLine,
  linesOf,
  type Mutant,
  type Mutation,
  SECTIONS,
  withLine,
} from './mutation.ts';

/** What was done or seen, and the form that follows "did not". */
const VERBS = new Map(
  `opened:open held:hold showed:show worked:work reported:report asked:ask cleared:clear removed:remove
   answered:answer returned:return found:find came:come stopped:stop started:start restarted:restart
   replaced:replace installed:install uninstalled:uninstall updated:update renewed:renew moved:move
   dropped:drop stayed:stay listed:list completed:complete finished:finish failed:fail passed:pass
   connected:connect disconnected:disconnect printed:print synced:sync synchronised:synchronise
   signed:sign logged:log lost:lose ran:run took:take gave:give got:get used:use kept:keep ended:end
   matched:match resolved:resolve changed:change enabled:enable disabled:disable blocked:block
   created:create deleted:delete restored:restore expired:expire rejected:reject accepted:accept
   received:receive sent:send reached:reach responded:respond appeared:appear disappeared:disappear
   rebooted:reboot rolled:roll switched:switch turned:turn raised:raise lowered:lower freed:free
   pointed:point caused:cause broke:break filled:fill confirmed:confirm reset:reset set:set`
    .split(/\s+/)
    .map((pair): [string, string] => {
      const [past = '', base = ''] = pair.split(':');
      return [past, base];
    }),
);

/** Negations and what the sentence says without them. */
const TURNED: readonly (readonly [RegExp, string])[] = [
  [/\b(was|were|is|are|has|had|have|could|can|did|does|do|would|will) not\b/, '$1'],
  [/\b(was|were|is|are|has|had|have|could|did|does|do|would)n['’]t\b/, '$1'],
  [/\bcannot\b/, 'can'],
  [/\bno longer\b/, 'still'],
  [/\bnever\b/, 'always'],
  [/\bfailed to\b/, 'managed to'],
  [/\bunable to\b/, 'able to'],
  [/\bwithout (?=an? |any )/, 'with '],
  [/(?<!\bwith )\bno (?!longer\b|one\b|further\b|more\b|other\b)(?=\p{L})/u, 'some '],
];

const AUXILIARY =
  /\b(?:was|were|is|are|has|had|have|could|can)\b(?! (?:not|no|none|never|nothing|only)\b|n['’]t|to\b)/;
const IN_DOUBT =
  /\b(?:if|whether|unless|until|nothing|none|unknown|nobody|please|not determined)\b/i;

/** G8: a sentence that says the opposite of what its rows say. */
export const negatedSentences: Mutation = (gold) =>
  linesOf(gold.document)
    .filter((line) => tellsRecord(gold, line) && !IN_DOUBT.test(line.block.text))
    .flatMap((line) => [negationRemoved(gold, line), negationAdded(gold, line)])
    .filter((mutant) => mutant !== undefined);

/** Outcomes of fixes, the hypothesis and plans belong to other rules. */
function tellsRecord({ kind }: Gold, { section, block }: GoldLine): boolean {
  if (kind === 'resolve')
    return section !== SECTIONS.resolve.problem || block.evidence_ids.length > 0;
  const { problem, confirmed, done } = SECTIONS.escalate;
  if (section === done) return block.evidence_ids.every((id) => id.startsWith('fact:'));
  return section === problem || section === confirmed;
}

function negationRemoved(gold: Gold, line: GoldLine): Mutant | undefined {
  const turn = TURNED.find(([pattern]) => pattern.test(line.block.text));
  return turn === undefined
    ? undefined
    : mutantOf(gold, line, 'negation removed', line.block.text.replace(turn[0], turn[1]));
}

function negationAdded(gold: Gold, line: GoldLine): Mutant | undefined {
  const { text } = line.block;
  const auxiliary = AUXILIARY.exec(text);
  if (auxiliary !== null) {
    const at = auxiliary.index + auxiliary[0].length;
    return mutantOf(gold, line, 'negation added', `${text.slice(0, at)} not${text.slice(at)}`);
  }
  for (const match of text.matchAll(/(?<=\p{L}[\p{L}\d'’-]*,? )\p{Ll}+\b/gu)) {
    const base = VERBS.get(match[0]);
    const before = text.slice(0, match.index);
    if (
      base === undefined ||
      /(?:\b(?:not|the|an?|was|were|been|be|of|by|never|old|newly) )$/.test(before)
    ) {
      continue;
    }
    const after = text.slice(match.index + match[0].length);
    return mutantOf(gold, line, 'negation added', `${before}did not ${base}${after}`);
  }
  return undefined;
}

function mutantOf(
  { document }: Gold,
  line: GoldLine,
  kind_of_mutation: string,
  text: string,
): Mutant {
  return {
    expected_rule: 'G8',
    kind_of_mutation,
    what: text,
    document: withLine(document, line, { ...line.block, text }),
  };
}
