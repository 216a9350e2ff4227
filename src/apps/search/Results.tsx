import icons from '../../components/ui/icons.svg?url';
import { searchPage } from '../../knowledge/routes.ts';
import type { GroupKind } from './answer.ts';
import { step } from './body.ts';
import type { Hit } from './hits.ts';
import { groupTitle, partialText, results } from './texts.ts';
import type { Body } from './view.ts';

interface Props {
  body: Extract<Body, { state: 'results' }>;
  more: (kind: GroupKind) => void;
}

/** A query put right, to try with one press. */
export function Meant({ words }: { words: string }) {
  return (
    <p>
      Forse cercavi: <a href={searchPage(words)}>{words}</a>
    </p>
  );
}

export function Results({ body: { answer, named, groups, spelling }, more }: Props) {
  return (
    <div class="results">
      {answer.dropped.length > 0 && (
        <div class="did-you-mean">
          <p>{partialText(answer)}</p>
          {spelling && <Meant words={spelling} />}
        </div>
      )}
      {named.length > 0 && (
        <ul class="results-named plain" aria-label="Con questo nome">
          {named.map((hit) => (
            <Result key={hit.url} hit={hit} />
          ))}
        </ul>
      )}
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

function Result({ hit: { url, title, area, details, section, aliases, excerpt } }: { hit: Hit }) {
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
      {aliases.length > 0 && <p class="result-where">Si cerca anche come: {aliases.join(', ')}</p>}
      {excerpt.length > 0 && (
        <blockquote>{excerpt.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}</blockquote>
      )}
      {details.length > 0 && <p class="result-meta">{details.join(' · ')}</p>}
    </li>
  );
}
