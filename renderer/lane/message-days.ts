import type { Message } from '../../shared/domain/message.ts';

/** The messages of one calendar day, in the technician's own time zone. */
export interface MessageDay {
  readonly key: string;
  readonly label: string;
  readonly messages: readonly Message[];
}

/** Groups messages, oldest first, by day. */
export function groupByDay(messages: readonly Message[], now: Date): readonly MessageDay[] {
  const days: { key: string; label: string; messages: Message[] }[] = [];
  for (const message of messages) {
    const key = dayKey(new Date(message.created_at));
    const last = days.at(-1);
    if (last?.key === key) last.messages.push(message);
    else
      days.push({ key, label: dayLabel(new Date(message.created_at), now), messages: [message] });
  }
  return days;
}

/** `Today`, `Yesterday`, or the date; with the year only where it is not this one. */
export function dayLabel(day: Date, now: Date): string {
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (dayKey(day) === dayKey(now)) return 'Today';
  if (dayKey(day) === dayKey(yesterday)) return 'Yesterday';
  return day.toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(day.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
  });
}

function dayKey(day: Date): string {
  return `${day.getFullYear()}-${day.getMonth()}-${day.getDate()}`;
}
