// The wizard: shows the next step as soon as the connection reaches it, announces it, and moves the focus to it.
// Needs: #wizard with data-page and data-status, #step with data-state, an h2 in it, #announcement.
(function () {
  'use strict';
  const every = 1500;
  const wizard = document.getElementById('wizard');
  let version = null;

  const state = step => step.dataset.state;

  // Do not interrupt a person who is entering something
  function inUse(step) {
    return step.contains(document.activeElement) && document.activeElement.matches('input, select')
      || [...step.querySelectorAll('input:not([type=hidden]), select')].some(field => field.options
        ? field.selectedIndex > 0 && !field.options[field.selectedIndex].defaultSelected
        : field.value !== field.defaultValue);
  }

  // Two pages that differ only in CSRF tokens and relative times count as equal
  function words(step) {
    const copy = step.cloneNode(true);
    copy.querySelectorAll('time').forEach(moment => moment.replaceWith(moment.dateTime));
    return copy.textContent;
  }

  function show(fresh, old) {
    const held = document.activeElement === document.body || old.contains(document.activeElement);
    const moved = state(fresh) !== state(old);
    old.replaceWith(fresh);
    if (!moved) return;
    document.getElementById('notice')?.remove();
    const heading = fresh.querySelector('h2');
    const turn = fresh.querySelector('#turn');
    // Screen readers read the heading when it gets the focus
    document.getElementById('announcement').textContent = (held ? [] : [heading.querySelector('span').textContent])
      .concat(turn.previousElementSibling.textContent + ': ' + turn.textContent).join('. ');
    if (held) heading.focus();
  }

  // Returns whether everything shown is up to date
  async function refresh() {
    const answer = await fetch(wizard.dataset.page, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return false;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('step');
    const old = document.getElementById('step');
    if (!fresh || state(fresh) === state(old) && words(fresh) === words(old)) return true;
    if (state(fresh) === state(old) && inUse(old)) return false;
    show(document.adoptNode(fresh), old);
    return true;
  }

  async function look() {
    try {
      const answer = await fetch(wizard.dataset.status, { headers: { Accept: 'application/json' } });
      if (answer.redirected || answer.status === 401 || answer.status === 403) {
        location.reload();
        return;
      }
      if (answer.ok) {
        const status = await answer.json();
        if (version !== status.version && await refresh()) version = status.version;
        if (!status.moving && version === status.version) return;
      }
    } catch (unreachable) {
      // The instance is restarting or the network is down: try again
    }
    setTimeout(look, every);
  }

  // A page that the back button restores from the browser's cache may be outdated
  addEventListener('pageshow', event => { if (event.persisted) location.reload(); });
  look();
})();
