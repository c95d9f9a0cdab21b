import { CopyCheck } from 'lucide-react';
import type { BoardStatuses, PsaBoardShown } from '../../../shared/domain/psa.ts';
import { useBoards } from '../../bridge/psa-queries.ts';
import { useCall } from '../../bridge/queries.ts';
import { classesOf } from '../../ui/class-names.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { toast, toastError } from '../../ui/toast.tsx';
import { counted } from '../../ui/words.ts';
import styles from './connectwise-settings.module.css';
import {
  type ChosenStatuses,
  chosenFor,
  LEAVE,
  type StatusMoment,
  spreadChoices,
  statusOptions,
  withChoice,
} from './status-choices.ts';

const css = classesOf(styles);

/** What a ticket's status becomes, board by board. The boards are asked for when this is opened. */
export function BoardStatusSettings({ chosen }: { readonly chosen: ChosenStatuses }) {
  const set = Object.keys(chosen).length;
  return (
    <div className={css('fold')}>
      <Disclosure label={`Ticket status after posting: ${summaryWords(set)}`}>
        <Boards chosen={chosen} />
      </Disclosure>
    </div>
  );
}

function summaryWords(set: number): string {
  return set === 0 ? 'stays as it is on every board' : `set on ${counted(set, 'board')}`;
}

function Boards({ chosen }: { readonly chosen: ChosenStatuses }) {
  const boards = useBoards();
  const update = useCall('settings.update', { onError: (error) => toastError(error) });
  if (boards.error) {
    return (
      <ErrorNotice
        error={boards.error}
        action={{
          label: 'Try again',
          busy: boards.isFetching,
          onPress: () => void boards.refetch(),
        }}
      />
    );
  }
  if (boards.data === undefined) return <p className={css('small')}>Reading the boards…</p>;
  if (boards.data.length === 0) {
    return <p className={css('small')}>ConnectWise shows this member no boards.</p>;
  }
  const save = (connectwise_statuses: Record<string, BoardStatuses>) =>
    update.mutate({ connectwise_statuses });
  const spread = (from: PsaBoardShown) => {
    const result = spreadChoices(chosen, boards.data, from);
    if (result.boards > 0) save(result.chosen);
    toast({
      title:
        result.boards === 0
          ? 'No other board has statuses of these names.'
          : `The same names are set on ${counted(result.boards, 'more board')}.`,
    });
  };
  return (
    <div className={css('boards')}>
      <div className={css('board', 'boardHead')} aria-hidden>
        <span>Board</span>
        <span>When resolved</span>
        <span>When escalated</span>
      </div>
      {boards.data.map((board) => (
        <BoardRow
          key={board.id}
          board={board}
          chosen={chosenFor(chosen, board.id)}
          onChoose={(moment, value) => save(withChoice(chosen, board, moment, value))}
          onSpread={() => spread(board)}
        />
      ))}
    </div>
  );
}

interface BoardRowProps {
  readonly board: PsaBoardShown;
  readonly chosen: BoardStatuses;
  readonly onChoose: (moment: StatusMoment, value: string) => void;
  readonly onSpread: () => void;
}

function BoardRow({ board, chosen, onChoose, onSpread }: BoardRowProps) {
  const select = (moment: StatusMoment, words: string) => (
    <Select
      label={`${board.name}: status when ${words}`}
      labelHidden
      size="sm"
      value={`${chosen[moment]?.id ?? LEAVE}`}
      options={statusOptions(board, chosen[moment])}
      onChange={(value) => onChoose(moment, value)}
    />
  );
  const isSet = chosen.resolve !== null || chosen.escalate !== null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame that these rows have no use for
    <div className={css('board')} role="group" aria-label={board.name}>
      <span className={css('boardName')} title={board.name}>
        {board.name}
        {board.inactive && <span className={css('small')}> · inactive</span>}
      </span>
      {select('resolve', 'resolved')}
      {select('escalate', 'escalated')}
      {isSet ? (
        <IconButton
          icon={CopyCheck}
          size="sm"
          label={`Use the choices of ${board.name} for all boards with statuses of these names`}
          hint="Use for all boards with statuses of these names"
          onClick={onSpread}
        />
      ) : (
        <span />
      )}
    </div>
  );
}
