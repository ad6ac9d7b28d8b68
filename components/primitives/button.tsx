import type { ComponentChildren } from 'preact';

interface ButtonProps {
  readonly onPress: () => void;
  readonly children: ComponentChildren;
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly label?: string;
  readonly isDisabled?: boolean;
  readonly isPressed?: boolean;
}

/** A real button: reachable by Tab, at least 24 px high, its state told to screen readers. */
export function Button({ onPress, children, look = 'plain', label, isDisabled, isPressed }: ButtonProps) {
  return (
    <button
      type="button"
      class={`button ${look}`}
      aria-label={label}
      aria-pressed={isPressed}
      disabled={isDisabled}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
