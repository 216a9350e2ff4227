import icons from '../../components/ui/icons.svg?url';
import { pageOf } from '../../knowledge/routes.ts';
import { Meant, Results } from './Results.tsx';
import { emptyText } from './texts.ts';
import type { Actions, Body, Chip } from './view.ts';

interface Props {
  /** The address asks for something the page does not have. */
  leftOut: boolean;
  chips: readonly Chip[];
  body: Body;
  actions: Actions;
}

export function App({ leftOut, chips, body, actions }: Props) {
  return (
    <>
      {leftOut && (
        <div class="did-you-mean">
          <p>L’indirizzo chiede un filtro che qui non c’è, o non c’è più: la ricerca non ne tiene conto.</p>
        </div>
      )}
      {chips.length > 0 && (
        <ul class="chips" aria-label="Filtri scelti">
          {chips.map((chip) => (
            <li key={`${chip.name} ${chip.id}`}>
              <button class="chip chip-simple" type="button" onClick={() => actions.remove(chip)}>
                <span class="visually-hidden">Togli il filtro </span>
                <span class="chip-label">{chip.label}</span>
                <svg class="icon" aria-hidden="true">
                  <use href={`${icons}#close`} />
                </svg>
              </button>
            </li>
          ))}
          {chips.length > 1 && (
            <li>
              <button class="plain-button" type="button" onClick={actions.removeAll}>
                Togli tutti i filtri
              </button>
            </li>
          )}
        </ul>
      )}
      <BodyOf body={body} filters={chips.length} actions={actions} />
    </>
  );
}

function BodyOf({ body, filters, actions }: { body: Body; filters: number; actions: Actions }) {
  switch (body.state) {
    case 'results':
      return <Results body={body} more={actions.more} />;
    case 'empty':
      return <Empty body={body} filters={filters} actions={actions} />;
    case 'failed':
      return <Failed retry={actions.retry} />;
    default:
      return null;
  }
}

interface EmptyProps {
  body: Extract<Body, { state: 'empty' }>;
  filters: number;
  actions: Actions;
}

function Empty({ body: { answer, query, needs, spelling }, filters, actions }: EmptyProps) {
  return (
    <div class="empty">
      <h2>{query ? `Nessun risultato per «${query}»` : 'Nessun risultato con questi filtri'}</h2>
      <p>{emptyText(answer, query, filters)}</p>
      {filters > 0 && (
        <p>
          <button class="btn" type="button" onClick={actions.removeAll}>
            Togli i filtri
          </button>
        </p>
      )}
      {spelling && <Meant words={spelling} />}
      {needs.length > 0 && (
        <>
          <h3>I bisogni più vicini</h3>
          <ul class="plain">
            {needs.map(({ id, label }) => (
              <li key={id}>
                <a href={pageOf('need', id)}>{label}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Failed({ retry }: { retry: () => void }) {
  return (
    <div class="empty">
      <h2>La ricerca non ha risposto</h2>
      <p>
        Una parte dell’indice non è arrivata: può essere la connessione, o un aggiornamento del sito. Non vuol
        dire che non ci sia nulla.
      </p>
      <p>
        <button class="btn btn-primary" type="button" onClick={retry}>
          Riprova
        </button>
      </p>
    </div>
  );
}
