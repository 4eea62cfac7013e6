// Owns what is left of the pane when a part of it cannot be drawn: one sentence instead of a white page.
import { Component, type ReactNode } from 'react';
import { useText } from './context';
import { MESSAGES } from './messages';

export class Boundary extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const text = useText();
  return <p role="alert">{text(MESSAGES.loadFailed)}</p>;
}
