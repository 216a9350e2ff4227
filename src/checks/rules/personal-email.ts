import { personalRule, type PersonalDatum } from './personal.ts';

/** No address of a person: denied unless it is plainly the mailbox of an office. */
export const personalEmail = personalRule({
  name: 'personal-email',
  message: (shown) => `«${shown}» sembra l’indirizzo di una persona.`,
  hint: 'Toglilo: scrivi il nome dell’ufficio e l’indirizzo della sua pagina.',
  find: (text) => {
    const found: PersonalDatum[] = [];
    if (!marks.some((mark) => text.includes(mark))) return found;
    for (const { index, 0: sign } of text.matchAll(signs)) {
      const isHidden = sign.length > 3;
      const end = isHidden && text[index - 1] === ' ' ? index - 1 : index;
      const before = text.slice(Math.max(0, end - 64), end);
      const local = localPart.exec(before)?.[0] ?? '';
      const next = text.slice(index + sign.length, index + sign.length + 253);
      const after = isHidden ? next.trimStart() : next;
      const domain = /^[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?/i.exec(after)?.[0] ?? '';
      if (local === '' || !/\.[a-z]{2,}$/i.test(domain) || isOfOffice(local, domain)) continue;
      found.push({ index: end - local.length, shown: `${local}@${domain}` });
    }
    return found;
  },
});

const localPart = /[a-z0-9._+'’-]+$/i;

/** Where the sign of an address stands, or what is written in its place to hide it. */
const signs = /@|%40|\uff20|[([](?:at|AT|chiocciola)[)\]]/g;
const marks = ['@', '%40', '\uff20', '(at', '[at', '(AT', '[AT', '(chiocciola', '[chiocciola'];

/** Anybody can open a mailbox here, whatever its name says. */
const freeProviders =
  /(?:^|\.)(?:gmail|googlemail|libero|hotmail|outlook|live|msn|yahoo|icloud|me|alice|tin|virgilio|tiscali|tiscalinet|fastwebnet|inwind|iol|email|aruba|proton|protonmail|gmx|mail|aol|katamail|poste)\.(?:[a-z]{2,3}|co\.uk)$/i;

const roles =
  'protocollo|info|informazioni|urp|pec|uffici?o?|segreteria|segreterie|sportello|servizi?o?|comune|citta|provincia|regione|assessorato|assessore|direzione|dipartimento|settore|redazione|contatti|contatto|contact|office|biblioteca|museo|stampa|press|comunicazione|archivio|anagrafe|sindaco|giunta|consiglio|presidenza|amministrazione|progetti|progetto|bandi|bando|gare|appalti|ambito|distretto|consorzio|fondazione|associazione|cooperativa|help|support|privacy|dpo|rpd|security|webmaster|noreply';
const role = new RegExp(`^(?:${roles})(?:$|[._+\\d-])`, 'i');

/** The first word of the name says an office, and the domain is not one where anybody may open a mailbox. */
const isOfOffice = (local: string, domain: string): boolean =>
  !freeProviders.test(domain) && role.test(local.replace(/^[._+'’-]+/, ''));
