import type { BoardStatuses, PsaBoardShown } from '../../../shared/domain/psa.ts';

/** What is chosen, by the id of the board as a string. */
export type ChosenStatuses = Readonly<Record<string, BoardStatuses>>;

/** When a status is set: as the session is resolved, or as it is escalated. */
export type StatusMoment = keyof BoardStatuses;

/** Stands for "leave it as it is" among the ids of statuses. */
export const LEAVE = 'leave';

const NONE: BoardStatuses = { resolve: null, escalate: null };

/** What is chosen for a board; nothing, where it is not named. */
export function chosenFor(chosen: ChosenStatuses, boardId: number): BoardStatuses {
  return chosen[`${boardId}`] ?? NONE;
}

/** The statuses to choose from; a chosen one that the board no longer has is shown as gone. */
export function statusOptions(board: PsaBoardShown, current: BoardStatuses[StatusMoment]) {
  const options = board.statuses.map(({ id, name, inactive, closed }) => ({
    value: `${id}`,
    label: `${name}${inactive ? ' (inactive)' : ''}${closed ? ' · closes the ticket' : ''}`,
    disabled: inactive,
  }));
  const isGone = current !== null && board.statuses.every(({ id }) => id !== current.id);
  return [
    { value: LEAVE, label: 'Leave as it is', disabled: false },
    ...options,
    ...(isGone
      ? [{ value: `${current.id}`, label: `${current.name} (gone from the board)`, disabled: true }]
      : []),
  ];
}

/** What is chosen after one more choice; a board that keeps its status both times is not named. */
export function withChoice(
  chosen: ChosenStatuses,
  board: PsaBoardShown,
  moment: StatusMoment,
  value: string,
): Record<string, BoardStatuses> {
  const status = board.statuses.find(({ id }) => `${id}` === value);
  const picked = status === undefined ? null : { id: status.id, name: status.name };
  return put(chosen, board.id, { ...chosenFor(chosen, board.id), [moment]: picked });
}

/**
 * The choices of one board for every board that is in use and has active statuses of these names; the
 * others stay as they are. Names, because ids belong to one board.
 */
export function spreadChoices(
  chosen: ChosenStatuses,
  boards: readonly PsaBoardShown[],
  from: PsaBoardShown,
): { readonly chosen: Record<string, BoardStatuses>; readonly boards: number } {
  const wanted = chosenFor(chosen, from.id);
  let result: Record<string, BoardStatuses> = { ...chosen };
  let count = 0;
  for (const board of boards) {
    if (board.id === from.id || board.inactive) continue;
    const found = {
      resolve: namesake(board, wanted.resolve),
      escalate: namesake(board, wanted.escalate),
    };
    if (found.resolve === null && found.escalate === null) continue;
    const before = chosenFor(chosen, board.id);
    result = put(result, board.id, {
      resolve: found.resolve ?? before.resolve,
      escalate: found.escalate ?? before.escalate,
    });
    count += 1;
  }
  return { chosen: result, boards: count };
}

function namesake(board: PsaBoardShown, wanted: BoardStatuses[StatusMoment]) {
  if (wanted === null) return null;
  const same = (name: string) => name.trim().toLowerCase() === wanted.name.trim().toLowerCase();
  const status = board.statuses.find(({ name, inactive }) => !inactive && same(name));
  return status === undefined ? null : { id: status.id, name: status.name };
}

function put(
  chosen: ChosenStatuses,
  boardId: number,
  statuses: BoardStatuses,
): Record<string, BoardStatuses> {
  const { [`${boardId}`]: _, ...others } = chosen;
  const isNothing = statuses.resolve === null && statuses.escalate === null;
  return isNothing ? others : { ...others, [`${boardId}`]: statuses };
}
