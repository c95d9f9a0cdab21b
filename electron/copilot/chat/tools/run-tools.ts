import { proposeFact } from './propose-fact.ts';
import { proposeFix } from './propose-fix.ts';
import { proposeHandOff } from './propose-hand-off.ts';
import { proposeOutcome } from './propose-outcome.ts';
import { proposeScript } from './propose-script.ts';
import { proposeSummary } from './propose-summary.ts';
import { searchSimilarWork } from './search-similar-work.ts';
import { suggestCheck } from './suggest-check.ts';
import { refusal, type Tool, type ToolContext, type ToolResult } from './tool.ts';

/** All that the copilot can call. Nothing here posts, runs, confirms or changes anything. */
export const TOOLS: readonly Tool[] = [
  proposeFact,
  proposeFix,
  suggestCheck,
  proposeScript,
  proposeOutcome,
  proposeSummary,
  proposeHandOff,
  searchSimilarWork,
];

const BY_NAME = new Map(TOOLS.map((one) => [one.name, one]));

/** Of one turn. More than that is noise, or somebody's instruction in the data. */
const MOST_PROPOSALS = 12;
const MOST_SEARCHES = 4;
const MOST_CALLS = 40;

const TOO_MANY =
  'The copilot proposed more than the 12 things that one answer may bring. The rest was left out.';
const UNKNOWN =
  'The copilot asked for something that it cannot do here. It was left out, and nothing happened.';

export interface ToolCall {
  readonly name: string;
  readonly input: unknown;
}

/** Runs the calls of one turn, one after the other, and counts them. */
export interface ToolRunner {
  run(call: ToolCall): Promise<ToolResult>;
  proposals(): number;
}

export function createToolRunner(context: ToolContext): ToolRunner {
  let calls = 0;
  let proposals = 0;
  let searches = 0;
  return {
    proposals: () => proposals,
    async run({ name, input }) {
      calls += 1;
      const one = BY_NAME.get(name);
      if (one === undefined) return refusal('There is no such tool.', UNKNOWN);
      if (calls > MOST_CALLS) return refusal('Too many calls in one turn. Answer now.', TOO_MANY);
      if (one === searchSimilarWork) {
        searches += 1;
        if (searches > MOST_SEARCHES) return refusal('Enough searches in one turn. Answer now.');
      } else if (proposals >= MOST_PROPOSALS) {
        return refusal('Enough proposals in one turn. Answer now.', TOO_MANY);
      }
      const result = await one.run(input, context);
      if ('said' in result && result.proposed) proposals += 1;
      return result;
    },
  };
}

export function isSearch(name: string): boolean {
  return name === searchSimilarWork.name;
}
