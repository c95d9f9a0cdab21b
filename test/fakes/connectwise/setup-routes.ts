import { answer, notFound } from './answers.ts';
import {
  boardBody,
  companyBody,
  configurationBody,
  contactBody,
  memberBody,
  statusBody,
} from './bodies.ts';
import { listAnswer, narrowed } from './lists.ts';
import { numberAt, type Route } from './route.ts';

/** The server itself, boards, statuses, and the people and companies around a ticket. */
export const setupRoutes: readonly Route[] = [
  {
    step: 'systemInfo',
    method: 'GET',
    path: /^\/system\/info$/,
    serve: () =>
      answer(200, 'SystemInfo', {
        version: 'v2026.1.92841',
        isCloud: true,
        serverTimeZone: 'Eastern Standard Time',
        cloudRegion: 'NA',
      }),
  },
  {
    step: 'boards',
    method: 'GET',
    path: /^\/service\/boards$/,
    list: true,
    serve({ state, list }) {
      const bodies = [...state.boards.values()].map(boardBody);
      return listAnswer(bodies, 'Board', ['id', 'name', 'inactiveFlag', 'projectFlag'], list);
    },
  },
  {
    step: 'statuses',
    method: 'GET',
    path: /^\/service\/boards\/(\d+)\/statuses$/,
    list: true,
    serve(context) {
      const board = context.state.boards.get(numberAt(context, 0));
      if (board === undefined) return notFound('Board');
      const bodies = board.statuses.map((row) => statusBody(board, row));
      const fields = ['id', 'name', 'inactive', 'closedStatus', 'sortOrder'];
      return listAnswer(bodies, 'BoardStatus', fields, context.list);
    },
  },
  {
    step: 'members',
    method: 'GET',
    path: /^\/system\/(?:info\/)?members$/,
    list: true,
    serve({ state, list }) {
      const fields = ['id', 'identifier', 'firstName', 'lastName', 'inactiveFlag'];
      return listAnswer(state.members.map(memberBody), 'MemberInfo', fields, list);
    },
  },
  {
    step: 'members',
    method: 'GET',
    path: /^\/system\/(?:info\/)?members\/([^/]+)$/,
    serve({ state, params, list }) {
      const [key] = params;
      const row = state.members.find(
        ({ id, identifier }) => String(id) === key || identifier === key,
      );
      if (row === undefined) return notFound('Member');
      return answer(200, 'MemberInfo', narrowed(memberBody(row), list.query));
    },
  },
  {
    step: 'companies',
    method: 'GET',
    path: /^\/company\/companies\/(\d+)$/,
    serve(context) {
      const row = context.state.companies.find(({ id }) => id === numberAt(context, 0));
      if (row === undefined) return notFound('Company');
      return answer(200, 'Company', narrowed(companyBody(row), context.list.query));
    },
  },
  {
    step: 'companies',
    method: 'GET',
    path: /^\/company\/companies$/,
    list: true,
    serve: ({ state, list }) =>
      listAnswer(state.companies.map(companyBody), 'Company', ['id', 'identifier', 'name'], list),
  },
  {
    step: 'configurations',
    method: 'GET',
    path: /^\/company\/configurations$/,
    list: true,
    serve: ({ state, list }) =>
      listAnswer(
        state.configurations.map(configurationBody),
        'Configuration',
        ['id', 'name', 'type/id', 'type/name'],
        list,
      ),
  },
  {
    step: 'contacts',
    method: 'GET',
    path: /^\/company\/contacts\/(\d+)$/,
    serve(context) {
      const { state, list } = context;
      const row = state.contacts.find(({ id }) => id === numberAt(context, 0));
      if (row === undefined) return notFound('Contact');
      return answer(200, 'Contact', narrowed(contactBody(state, row), list.query));
    },
  },
];
