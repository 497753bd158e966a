import type { ReactNode } from 'react';

/** A control under its name; the control says the name itself to whoever cannot see it. */
export const Field = ({
  label,
  isWide = false,
  children,
}: {
  label: string;
  isWide?: boolean;
  children: ReactNode;
}) => (
  <div className={isWide ? 'is-wide' : undefined}>
    <span className="gantt-label" aria-hidden="true">
      {label}
    </span>
    {children}
  </div>
);
