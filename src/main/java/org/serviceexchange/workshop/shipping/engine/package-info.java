/** Deployment of what was accepted. */
@NullMarked
package org.serviceexchange.workshop.shipping.engine;

import org.jspecify.annotations.NullMarked;
