// The form for a new registration: offers the contacts of the chosen company, and locks the URL against accidental changes.
(function () {
  'use strict';
  const form = document.getElementById('new-registration');
  if (!form) return;
  const company = document.getElementById('company');
  const url = document.getElementById('url');
  const lock = document.getElementById('lock');
  // Removed instead of hidden: as the first button of the form, it would still be activated by the Enter key
  document.getElementById('show-contacts').remove();

  company.addEventListener('change', async () => {
    const asked = company.value;
    const answer = await fetch(form.dataset.page + '?company=' + encodeURIComponent(asked), { headers: { Accept: 'text/html' } });
    if (answer.redirected) {
      location.reload();
      return;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('contact-part');
    if (answer.ok && fresh && asked === company.value) {
      document.getElementById('contact-part').replaceChildren(...fresh.childNodes);
    }
  });

  function setLocked(locked) {
    url.readOnly = locked;
    lock.setAttribute('aria-pressed', String(!locked));
    lock.setAttribute('aria-label', locked ? lock.dataset.unlock : lock.dataset.lock);
    lock.title = lock.getAttribute('aria-label');
  }

  lock.hidden = false;
  setLocked(url.getAttribute('aria-invalid') !== 'true');
  lock.addEventListener('click', () => {
    setLocked(!url.readOnly);
    if (!url.readOnly) url.focus();
  });
  // Browsers do not validate a read-only field
  form.addEventListener('submit', event => {
    if (!url.value.trim()) {
      event.preventDefault();
      setLocked(false);
      url.reportValidity();
    }
  });
})();
