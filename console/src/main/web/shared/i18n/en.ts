import type { zh } from './zh';

export const en: Record<keyof typeof zh, string> = {
  'app.skip': 'Skip to the content',
  'app.menu': 'Menu',
  'app.language': 'Language',
  'app.dark': 'dark',
  'app.light': 'light',
  'app.theme': 'Switch to {theme} colours',
  'app.signOut': 'Sign out',

  'state.loading': 'Loading…',
  'state.more': 'Load more',
  'state.retry': 'Try again',
  'state.none': 'No entries',
  'state.notFound': 'There is no such page',
  'state.notFound.hint': 'Choose one from the menu, or check that the address is complete.',
  'state.cannot': 'You may not see this',
  'state.cannot.hint': 'It needs the capability {capability}. Ask an administrator.',

  'problem.trace': 'Trace id',
  'problem.copy': 'Copy',
  'problem.copied': 'Copied',
  'problem.no-connection': 'The gateway cannot be reached',
  'problem.no-connection.hint': 'Check your network, then try again. What you have written is kept.',
  'problem.console-error': 'The console has failed',
  'problem.session-ended': 'You are not signed in any more',
  'problem.forbidden': 'You may not do this',
  'problem.not-found': 'Not found',
  'problem.invalid-request': 'The request is not valid',
  'problem.rate-limited': 'Too many requests; wait a moment',
  'problem.service-unavailable': 'The service is not available right now',
  'problem.service-too-slow': 'The service did not answer in time',

  'ended.title': 'You are not signed in any more',
  'ended.text': 'What you have written is kept. Sign in in a new tab, then come back here and go on.',
  'ended.signIn': 'Sign in (new tab)',
  'ended.check': 'I am signed in, go on',
  'ended.still': 'Not signed in yet: sign in in the new tab first.',

  'table.csv': 'Download CSV',
};
