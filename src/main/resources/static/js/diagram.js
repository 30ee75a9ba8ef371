// Draws a process into every element with data-diagram (address of the BPMN XML) and marks the elements whose ids stand in
// data-active, separated by spaces.
(function () {
  'use strict';

  function mark(viewer, id) {
    if (viewer.get('elementRegistry').get(id)) {
      viewer.get('canvas').addMarker(id, 'process-active');
    }
  }

  async function draw(container) {
    const viewer = new window.BpmnJS({ container: container });
    const answer = await fetch(container.dataset.diagram);
    await viewer.importXML(await answer.text());
    viewer.get('canvas').zoom('fit-viewport', 'auto');
    (container.dataset.active || '').split(' ').filter(Boolean).forEach(function (id) {
      mark(viewer, id);
    });
  }

  document.querySelectorAll('[data-diagram]').forEach(function (container) {
    draw(container).catch(function () {
      container.textContent = 'The process could not be drawn.';
    });
  });
})();
