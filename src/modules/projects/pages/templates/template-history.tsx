import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import { useOperation } from '../../../../web/use-operation.ts';
import { templateOperations } from '../../node-templates-operations.ts';

const words = {
  title: { zh: '历次版本', en: 'Versions' },
  line: { zh: '第 {revision} 版，{n} 个节点，{by} {at}', en: 'Version {revision}, {n} nodes, {by} {at}' },
} satisfies Record<string, Label>;

/** Who saved which version, and why. */
export function TemplateHistory({ id, unitPath }: { id: string; unitPath: string }) {
  const { say } = useLanguage();
  const { data } = useOperation(templateOperations['nodes.template-history'], { id, unitPath });
  if (!data || data.versions.length === 0) return null;
  return (
    <details className="template-history">
      <summary>{say(words.title)}</summary>
      <ul>
        {data.versions.map(({ revision, nodes, by, at, reason }) => (
          <li key={revision}>
            {say(words.line, { revision, n: nodes.length, by, at: at.slice(0, 10) })}{' '}
            {reason && <span className="quiet">{reason}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
