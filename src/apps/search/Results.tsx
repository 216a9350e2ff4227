import icons from '../../components/ui/icons.svg?url';
import type { Answer, GroupKind } from './answer.ts';
import { step, type ShownGroup } from './body.ts';
import type { Hit } from './hits.ts';
import { groupTitle, partialText, results } from './texts.ts';

interface Props {
  answer: Answer;
  groups: readonly ShownGroup[];
  more: (kind: GroupKind) => void;
}

export function Results({ answer, groups, more }: Props) {
  return (
    <div class="results">
      {answer.dropped.length > 0 && <p class="did-you-mean">{partialText(answer)}</p>}
      {groups.map(({ kind, count, hits }) => (
        <section key={kind} aria-labelledby={`gruppo-${kind}`}>
          <h2 id={`gruppo-${kind}`}>
            {groupTitle(kind)} <span>{results(count)}</span>
          </h2>
          <ul class="plain">
            {hits.map((hit) => (
              <Result key={hit.url} hit={hit} />
            ))}
          </ul>
          {hits.length < count && (
            <p class="results-more">
              <button class="btn" type="button" onClick={() => more(kind)}>
                Mostra altri {Math.min(step, count - hits.length)}
                <span class="visually-hidden"> risultati: {groupTitle(kind)}</span>
              </button>
            </p>
          )}
        </section>
      ))}
    </div>
  );
}

function Result({ hit: { url, title, area, details, section, excerpt } }: { hit: Hit }) {
  return (
    <li class="result">
      {area && (
        <span class="area-tag" data-area={area.colour}>
          <svg class="icon" aria-hidden="true">
            <use href={`${icons}#${area.colour ?? ''}`} />
          </svg>
          {area.label}
        </span>
      )}
      <h3>
        <a href={url}>{title}</a>
      </h3>
      {section && (
        <p class="result-where">
          Nella sezione «<a href={section.url}>{section.title}</a>»
        </p>
      )}
      {excerpt.length > 0 && (
        <blockquote>{excerpt.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}</blockquote>
      )}
      {details.length > 0 && <p class="result-meta">{details.join(' · ')}</p>}
    </li>
  );
}
