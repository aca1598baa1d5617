import { View } from '../../shared/page/view';
import { ELDER_CHANGED } from './elder';

/** A view that shows fewer things in elder mode. */
export abstract class MemberView extends View {
  private readonly onElder = () => this.requestUpdate();

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener(ELDER_CHANGED, this.onElder);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener(ELDER_CHANGED, this.onElder);
  }
}
