// Draws a process into every element with data-diagram (address of the BPMN XML) and marks the elements whose ids stand in
// data-active, separated by spaces.
(function () {
  'use strict';

  function mark(viewer, id) {
    const graphics = viewer.get('elementRegistry').getGraphics(id);
    const outline = graphics && graphics.querySelector('.djs-visual > *');
    if (outline) {
      outline.style.setProperty('stroke', '#0b6e4f');
      outline.style.setProperty('stroke-width', '4px');
      outline.style.setProperty('fill', '#d9f2e6');
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
