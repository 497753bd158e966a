import { type ReactNode, useId } from 'react';

interface Props {
  readonly title: string;
  readonly id?: string;
  /** Buttons beside the title. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** One part of the project's page. */
export function Panel({ title, id, tools, children }: Props) {
  const heading = useId();
  return (
    <section className="panel" id={id} aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading}>{title}</h2>
        <span className="panel-tools">{tools}</span>
      </div>
      {children}
    </section>
  );
}

/** A wide table: it scrolls sideways within its panel, also by keys. */
export const Wide = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
  <section className="table-scroll" tabIndex={0} aria-label={label}>
    {children}
  </section>
);
