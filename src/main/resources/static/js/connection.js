// Keeps the page of a provider connection up to date: asks for the state until it differs from what is shown.
(function () {
  'use strict';
  const shown = document.getElementById('progress');
  if (!shown || shown.dataset.ended === 'true') {
    return;
  }
  const PAUSE = 1500;

  async function ask() {
    try {
      const answer = await fetch(shown.dataset.stateUrl, { headers: { Accept: 'application/json' } });
      if (answer.redirected || answer.status === 401 || answer.status === 403) {
        window.location.reload();
        return;
      }
      if (answer.ok) {
        const state = await answer.json();
        if (state.fingerprint !== shown.dataset.fingerprint) {
          window.location.reload();
          return;
        }
      }
    } catch (unreachable) {
      // The instance restarts or the network is away: ask again later.
    }
    window.setTimeout(ask, PAUSE);
  }

  window.setTimeout(ask, PAUSE);
})();
