import { Notification } from 'electron';
import type { News } from './posting-news.ts';
import { isWindowFocused } from './window.ts';

/** Held while they are on the screen: one that is collected cannot be pressed. */
const shown = new Set<Notification>();

/** Tells it by a notification of the system, unless somebody looks at the window, which tells it too. */
export function notify(news: News | null, onPress: (sessionId: number) => void): void {
  if (news === null || isWindowFocused() || !Notification.isSupported()) return;
  const { title, body, session_id } = news;
  const notification = new Notification({ title, body });
  const forget = () => shown.delete(notification);
  notification.on('click', () => {
    forget();
    onPress(session_id);
  });
  notification.on('close', forget);
  notification.on('failed', forget);
  shown.add(notification);
  notification.show();
}
