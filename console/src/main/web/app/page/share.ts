import { toast } from '../../shared/components/states';
import { t } from '../i18n/texts';

/** Gives a link to others: by the system's own dialog where there is one, else by the clipboard. */
export async function share(path: string, title: string): Promise<void> {
  const url = new URL(path, location.origin).href;
  try {
    if (navigator.share) {
      await navigator.share({ title, url });
    } else {
      await navigator.clipboard.writeText(url);
      toast(t('share.copied'));
    }
  } catch (failure) {
    // The user closed the dialog.
    if ((failure as Error).name !== 'AbortError') {
      toast(t('share.failed', { url }));
    }
  }
}
