// Shows every <time data-moment> in the reader's own time zone, with its name; data-moment="ago" as the elapsed time.
(function () {
  'use strict';
  // The page's language in the reader's regional variant: British and American readers write times differently
  const page = document.documentElement.lang;
  const language = navigator.languages.find(one => one.split('-')[0] === page) || page;
  const whole = new Intl.DateTimeFormat(language, {
    day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
  const passed = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const units = [['year', 31536000], ['month', 2592000], ['day', 86400], ['hour', 3600], ['minute', 60]];

  function ago(moment) {
    const seconds = (moment - Date.now()) / 1000;
    const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) || ['minute', 60];
    return passed.format(Math.trunc(seconds / size), unit);
  }

  function show(part) {
    part.querySelectorAll('time[data-moment]:not([title])').forEach(element => {
      const moment = new Date(element.dateTime);
      const utc = element.textContent;
      element.textContent = element.dataset.moment === 'ago' ? ago(moment) : whole.format(moment);
      element.title = element.dataset.moment === 'ago' ? whole.format(moment) : utc;
    });
  }

  show(document);
  // Parts of a page that are refreshed later contain times too
  new MutationObserver(changes => changes.forEach(change => change.addedNodes.forEach(node => {
    if (node.nodeType === Node.ELEMENT_NODE && node.isConnected) show(node.parentNode);
  }))).observe(document.body, { childList: true, subtree: true });
})();
