/** People with browsers, and a network that fails when it is told to. */
@NullMarked
package org.serviceexchange.rehearsal.web;

import org.jspecify.annotations.NullMarked;
