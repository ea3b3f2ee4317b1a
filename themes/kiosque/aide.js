// The commune that the reader came from stays in sight: the answers to a need are the same for many communes.
// The sheet of a commune sends its name along, and the way in which the questions were answered; the page of
// answers shows it.
import { all, element, fill, link, sentencesOf } from './scripts/page.js';
import { split } from './scripts/words.js';

/** An address is written by anybody: no number must come into the page from there. */
const NAME = /^[^\d/?#&]{1,60}$/, CODE = /^\d[\dAB]\d{3}$/, WAY = /^(a-domicile|sur-place)(-[a-z]+)?$/;

/** @param {string} name */
const asked = (name) => new URLSearchParams(location.search).get(name) || '';

/** @param {HTMLElement} needs the doors of a commune's sheet */
function sendAlong(needs) {
  const { commune, code } = sentencesOf(needs), way = asked('maniere');
  all('a.porte', needs).forEach((door) => {
    const at = door.closest('li'), isAsked = at && '#' + at.id === location.hash && WAY.test(way);
    const address = door.getAttribute('href') + `?commune=${encodeURIComponent(commune)}&code=${code}`;
    door.setAttribute('href', address + (isAsked ? '#' + way : ''));
  });
}

/** @param {HTMLElement} place */
function showCommune(place) {
  const name = asked('commune'), code = asked('code'), words = sentencesOf(place);
  if (!NAME.test(name) || !CODE.test(code)) return;
  const sheet = split(name).join('-') + '-' + code.toLowerCase() + words.suffixe;
  place.appendChild(element('strong', '', fill(words.nommee, { nom: name })));
  place.appendChild(document.createTextNode(' '));
  place.appendChild(link('suite', words.retour, sheet));
  place.hidden = false;
}

all('.besoins-ici').forEach(sendAlong);
all('#venue').forEach(showCommune);
