/** The metrics as Prometheus reads them, for whoever has the token. */
@NullMarked
package org.serviceexchange.platform.measure.web;

import org.jspecify.annotations.NullMarked;
