// Copies the field that a button names in data-copy, and shows the result beside it: data-copied, or data-by-hand.
(function () {
  'use strict';
  document.addEventListener('click', async event => {
    const button = event.target.closest('[data-copy]');
    if (!button) return;
    const field = document.getElementById(button.dataset.copy);
    field.select();
    let copied = document.execCommand('copy');
    if (!copied && navigator.clipboard) {
      copied = await navigator.clipboard.writeText(field.value).then(() => true, () => false);
    }
    // A live page may have replaced the button meanwhile
    const shown = button.isConnected ? button : document.getElementById(button.id);
    shown?.parentElement.querySelector('[role=status]').replaceChildren(copied ? button.dataset.copied : button.dataset.byHand);
  });
})();
