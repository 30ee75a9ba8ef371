// The form for a new registration: offers the contacts of the chosen company, and locks the URL against accidental changes.
(function () {
  'use strict';
  const form = document.getElementById('new-registration');
  if (!form) return;
  const company = document.getElementById('company');
  const url = document.getElementById('url');
  const lock = document.getElementById('lock');
  const find = document.getElementById('find');
  const hint = document.getElementById('lock-hint');
  // Removed instead of hidden: as the first button of the form, it would still be activated by the Enter key
  document.getElementById('show-contacts').remove();
  document.getElementById('show-companies')?.remove();

  async function renew(asked, still, ids) {
    const answer = await fetch(form.dataset.page + '?' + new URLSearchParams(asked), { headers: { Accept: 'text/html' } });
    if (answer.redirected) {
      location.reload();
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!answer.ok || !still()) return;
    ids.forEach(id => {
      const fresh = page.getElementById(id);
      if (fresh) document.getElementById(id).replaceChildren(...fresh.childNodes);
    });
  }

  function renewContacts() {
    const asked = company.value;
    return renew({ company: asked }, () => asked === company.value, ['contact-part']);
  }

  company.addEventListener('change', renewContacts);

  let typing;
  find?.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(async () => {
      const asked = find.value;
      const before = company.value;
      await renew({ find: asked, company: before }, () => asked === find.value, ['company', 'find-hint']);
      // The only one that was found needs no choice
      const found = [...company.options].filter(option => option.value && option.value !== before);
      if (asked && asked === find.value && !before && found.length === 1) {
        company.value = found[0].value;
        renewContacts();
      }
    }, 250);
  });
  // Enter in the search starts nothing
  find?.addEventListener('keydown', event => {
    if (event.key === 'Enter') event.preventDefault();
  });

  function setLocked(locked) {
    url.readOnly = locked;
    lock.setAttribute('aria-pressed', String(!locked));
    lock.setAttribute('aria-label', locked ? lock.dataset.unlock : lock.dataset.lock);
    lock.title = lock.getAttribute('aria-label');
    hint.classList.remove('asked');
    hint.replaceChildren(locked ? lock.dataset.lockedHint : lock.dataset.unlockedHint);
  }

  lock.hidden = false;
  setLocked(url.getAttribute('aria-invalid') !== 'true');
  lock.addEventListener('click', () => {
    setLocked(!url.readOnly);
    if (!url.readOnly) url.focus();
  });
  // Whoever types into the locked field is told why nothing happens
  url.addEventListener('keydown', event => {
    const typed = event.key.length === 1 || event.key === 'Backspace' || event.key === 'Delete';
    if (url.readOnly && typed) hint.classList.add('asked');
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
