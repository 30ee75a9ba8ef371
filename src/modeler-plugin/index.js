'use strict';

// Camunda Modeler finds this folder in resources/plugins of its own folder or of the folder with its data
module.exports = { name: 'Service Exchange rules', script: './client.js' };
