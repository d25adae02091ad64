import { useEffect, useState } from 'react';

/** Whether the window is dark now, for figures that carry their own colours. */
export function useDark(): boolean {
  const [dark, setDark] = useState(() => document.documentElement.dataset['theme'] === 'dark');
  useEffect(() => {
    const page = document.documentElement;
    const look = (): void => setDark(page.dataset['theme'] === 'dark');
    const observer = new MutationObserver(look);
    observer.observe(page, { attributes: true, attributeFilter: ['data-theme'] });
    look();
    return () => observer.disconnect();
  }, []);
  return dark;
}
