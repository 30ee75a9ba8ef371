// The page of a registration or connection: shows its process, marks where it stands, and refreshes while it moves.
// Needs: #diagram with data-base (the page's own address; /status and /process below it), [data-live] (what is refreshed).
(function () {
  'use strict';
  const every = 2000;
  const canvas = document.getElementById('diagram');
  const base = canvas.dataset.base;
  const viewer = new BpmnJS({ container: canvas });
  let drawn = false;
  let marked = [];
  let version = null;

  async function draw() {
    const answer = await fetch(base + '/process');
    await viewer.importXML(await answer.text());
    viewer.get('canvas').zoom('fit-viewport', 'auto');
    drawn = true;
  }

  function mark(status) {
    const board = viewer.get('canvas');
    const known = viewer.get('elementRegistry');
    marked.forEach(([element, name]) => board.removeMarker(element, name));
    marked = [];
    [['passed', 'process-passed'], ['active', 'process-active'], ['stuck', 'process-stuck']].forEach(([list, name]) =>
      status[list].filter(element => known.get(element)).forEach(element => {
        board.addMarker(element, name);
        marked.push([element, name]);
      }));
  }

  // A person who is about to confirm or enter something is not interrupted
  function inUse(part) {
    const fields = [...part.querySelectorAll('input:not([readonly], [type=hidden]), select, textarea')];
    const changed = field => field.options
      ? [...field.options].some(option => option.selected && option.value && !option.defaultSelected)
      : field.value !== field.defaultValue || field.checked !== field.defaultChecked;
    return part.querySelector('details[open]') !== null
      || fields.some(field => field === document.activeElement || changed(field));
  }

  // What a person sees of it: the token that guards a form differs with every answer
  function seen(part) {
    const copy = part.cloneNode(true);
    copy.querySelectorAll('input[name=_csrf]').forEach(field => field.remove());
    copy.querySelectorAll('details').forEach(details => details.removeAttribute('open'));
    return copy.innerHTML;
  }

  // Answers whether everything shown is up to date
  async function refresh() {
    const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' } });
    if (!answer.ok) return false;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return [...document.querySelectorAll('[data-live]')].map(part => {
      const next = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
      if (!next || seen(next) === seen(part)) return true;
      if (inUse(part)) return false;
      part.replaceChildren(...next.childNodes);
      return true;
    }).every(Boolean);
  }

  async function look() {
    try {
      const answer = await fetch(base + '/status', { headers: { Accept: 'application/json' } });
      if (answer.redirected || answer.status === 401 || answer.status === 403) {
        location.reload();
        return;
      }
      if (answer.ok) {
        const status = await answer.json();
        if (drawn) mark(status);
        if (version !== status.version && await refresh()) version = status.version;
        if (!status.moving && version === status.version) return;
      }
    } catch (unreachable) {
      // The instance restarts or the network is away: ask again
    }
    setTimeout(look, every);
  }

  document.addEventListener('click', async event => {
    const button = event.target.closest('[data-copy]');
    if (!button) return;
    const field = document.getElementById(button.dataset.copy);
    field.select();
    let copied = document.execCommand('copy');
    if (!copied && navigator.clipboard) {
      copied = await navigator.clipboard.writeText(field.value).then(() => true, () => false);
    }
    document.getElementById('copied').textContent = copied ? 'Copied.' : 'Press Ctrl and C to copy.';
  });

  draw()
    .catch(() => { canvas.textContent = 'The picture of this process is no longer kept.'; })
    .then(look);
})();
