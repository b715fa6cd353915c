/** Light or dark: the system's wish, until a key says otherwise; that is remembered for this address. */
export function restoreTheme(): void {
  const chosen = readChoice();
  if (chosen) document.documentElement.dataset['theme'] = chosen;
}

/** Changes to the other theme and says which it is now. */
export function toggleTheme(): 'light' | 'dark' {
  const next = isDark() ? 'light' : 'dark';
  document.documentElement.dataset['theme'] = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // A page without storage (a file, a strict browser) keeps the choice until it is closed.
  }
  return next;
}

/** Whether the page is shown dark now. */
function isDark(): boolean {
  const chosen = document.documentElement.dataset['theme'];
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

const KEY = 'capas-theme';

function readChoice(): 'light' | 'dark' | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null;
  }
}
