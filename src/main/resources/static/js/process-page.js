// The page of a registration or connection: shows its process, marks where it stands, and refreshes while it moves.
// Needs: #diagram with data-base (the page's own address; /status and /process below it), [data-live] (what is refreshed).
(function () {
  'use strict';
  const every = 3000;
  const canvas = document.getElementById('diagram');
  const base = canvas.dataset.base;
  const viewer = new BpmnJS({ container: canvas });
  let marked = [];
  let version = null;

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

  async function refresh() {
    const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    document.querySelectorAll('[data-live]').forEach(part => {
      const next = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
      // A person who is about to confirm something is not interrupted
      if (next && !part.querySelector('details[open]')) part.replaceChildren(...next.childNodes);
    });
  }

  async function look() {
    const answer = await fetch(base + '/status', { headers: { Accept: 'application/json' } });
    if (!answer.ok) return;
    const status = await answer.json();
    mark(status);
    if (version !== null && version !== status.version) await refresh();
    version = status.version;
    if (status.moving) setTimeout(() => look().catch(() => setTimeout(look, every)), every);
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

  fetch(base + '/process')
    .then(answer => answer.text())
    .then(xml => viewer.importXML(xml))
    .then(() => {
      viewer.get('canvas').zoom('fit-viewport');
      return look();
    })
    .catch(() => { canvas.textContent = 'The picture of this process is no longer kept.'; });
})();
