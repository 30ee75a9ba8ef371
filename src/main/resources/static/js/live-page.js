// Keeps a page up to date: asks how far something has come, more and more seldom while nothing changes and not at all in
// a tab that nobody sees, and replaces what has changed.
// Needs: #moved with data-status (the address to ask) and data-ended (what is said when the session has ended), and
// [data-live] on each part that is refreshed. A part with data-state shows one step of a way: when another step begins, the
// part is replaced in any case, the new step is announced, and its h2 takes over the focus; such a part has an h2 and #turn.
// Other scripts hear of every answer by the event "live-status".
(function () {
  'use strict';
  const quick = 1500;
  const slow = 15000;
  const line = document.getElementById('moved');
  let pause = quick;
  let timer = null;
  let asking = false;
  let version = null;
  let said = null;

  // Whoever is about to enter or copy something is not interrupted
  function inUse(part) {
    const selection = getSelection();
    return !selection.isCollapsed && part.contains(selection.anchorNode)
      || [...part.querySelectorAll('input:not([readonly], [type=hidden]), select, textarea')].some(field =>
        field === document.activeElement || (field.options
          ? [...field.options].some(option => option.selected && option.value && !option.defaultSelected)
          : field.value !== field.defaultValue || field.checked !== field.defaultChecked));
  }

  // What a person sees of a part: tokens of forms, the words for moments, what is unfolded, what scripts have said and what
  // the page has chosen for them once differ without a change
  function seen(part) {
    const copy = part.cloneNode(true);
    copy.querySelectorAll('input[name=_csrf]').forEach(field => field.remove());
    copy.querySelectorAll('time').forEach(moment => moment.replaceWith(moment.dateTime));
    copy.querySelectorAll('[role=status]').forEach(said => said.replaceChildren());
    copy.querySelectorAll('details').forEach(details => details.removeAttribute('open'));
    copy.querySelectorAll('option').forEach(option => option.removeAttribute('selected'));
    return copy.innerHTML;
  }

  function replace(part, next) {
    const focus = part.contains(document.activeElement) ? document.activeElement : null;
    const free = document.activeElement === document.body;
    const open = [...part.querySelectorAll('details[open][id]')].map(details => details.id);
    part.replaceChildren(...next.childNodes);
    if (part.dataset.state !== next.dataset.state) {
      part.dataset.state = next.dataset.state;
      arrive(part, focus || free);
      return;
    }
    open.forEach(id => document.getElementById(id)?.setAttribute('open', ''));
    if (!focus) return;
    // What had the focus has it again; if it is gone, the part that it was in
    const again = focus.id && document.getElementById(focus.id);
    if (!again) part.tabIndex = -1;
    (again || part).focus({ preventScroll: true });
  }

  // The next step has begun: what was said of the last one goes
  function arrive(part, follows) {
    document.getElementById('notice')?.remove();
    const heading = part.querySelector('h2');
    const turn = part.querySelector('#turn');
    // The heading is read when it gets the focus
    line.textContent = (follows ? [] : [heading.querySelector('span').textContent])
      .concat(turn.previousElementSibling.textContent + ': ' + turn.textContent).join('. ');
    if (follows) heading.focus();
  }

  // Answers whether everything shown is up to date
  async function refresh() {
    const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return false;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const token = fresh.querySelector('input[name=_csrf]');
    if (token) document.querySelectorAll('input[name=_csrf]').forEach(field => { field.value = token.value; });
    return [...document.querySelectorAll('[data-live]')].map(part => {
      const next = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
      if (!next) return true;
      const moved = part.dataset.state !== next.dataset.state;
      if (!moved && seen(next) === seen(part)) return true;
      if (!moved && inUse(part)) return false;
      replace(part, next);
      return true;
    }).every(Boolean);
  }

  // One short line for screen readers, and only when it differs; steps of a way are announced by themselves
  function say(status) {
    if (document.querySelector('[data-state]')) return;
    const words = [status.state, status.here.join(', ')].filter(Boolean).join(' – ');
    if (said !== null && said !== words) line.textContent = words;
    said = words;
  }

  // Answers whether nothing has changed, or null if nothing can change any more
  async function ask() {
    const answer = await fetch(line.dataset.status, { headers: { Accept: 'application/json' } });
    if (answer.redirected || answer.status === 401 || answer.status === 403) {
      if (!inUse(document.body)) {
        location.reload();
        return null;
      }
      line.classList.remove('unseen');
      line.textContent = line.dataset.ended;
      version = null;
      return true;
    }
    if (!answer.ok) return true;
    const status = await answer.json();
    const quiet = version === status.version;
    line.classList.add('unseen');
    say(status);
    document.dispatchEvent(new CustomEvent('live-status', { detail: status }));
    if (!quiet && await refresh()) version = status.version;
    return !status.moving && version === status.version ? null : quiet;
  }

  async function look() {
    if (asking || document.hidden) return;
    clearTimeout(timer);
    asking = true;
    // The instance restarts or the network is away: ask again
    const quiet = await ask().catch(() => true);
    asking = false;
    if (quiet === null) return;
    pause = quiet ? Math.min(slow, pause * 1.3) : quick;
    timer = setTimeout(look, pause);
  }

  document.addEventListener('visibilitychange', () => {
    pause = quick;
    clearTimeout(timer);
    look();
  });
  // A page that the back button brings out of the browser's memory may be old
  addEventListener('pageshow', event => { if (event.persisted) location.reload(); });
  look();
})();
