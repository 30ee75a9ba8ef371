// Sends the chosen ZIP as the body of a request, and opens the page that the answer names.
// Needs: form#propose with data-longest (bytes), data-too-long and data-failed (what is said), #models and #said in it.
(function () {
  'use strict';
  const form = document.getElementById('propose');
  const said = document.getElementById('said');

  function say(text) {
    said.textContent = text;
    said.hidden = false;
  }

  form.addEventListener('submit', async event => {
    event.preventDefault();
    const file = document.getElementById('models').files[0];
    const button = form.querySelector('button');
    said.hidden = true;
    if (file.size > Number(form.dataset.longest)) return say(form.dataset.tooLong);
    button.disabled = true;
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        headers: { 'Content-Type': 'application/zip', 'X-CSRF-TOKEN': form.querySelector('input[name=_csrf]').value },
        body: file,
      });
      if (!answer.ok) throw new Error('refused');
      location.assign((await answer.json()).page);
    } catch (failed) {
      button.disabled = false;
      say(form.dataset.failed);
    }
  });
})();
