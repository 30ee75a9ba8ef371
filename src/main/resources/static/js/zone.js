// Times are typed in the reader's own time zone: names it to the server, and beside the fields. Without scripts they are in UTC.
(function () {
  'use strict';
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone) return;
  document.querySelectorAll('input[data-zone]').forEach(field => { field.value = zone; });
  document.querySelectorAll('[data-zone-name]').forEach(name => { name.textContent = zone; });
})();
